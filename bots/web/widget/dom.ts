type Attributes = Readonly<Record<string, string>>;
type Children = readonly (Node | string)[];

/** A new element with what stands in it. The shell is made with no more than this, so that its button is there before Lit is. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: Children
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children);
}

/** The same for a drawing. */
export function draw<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: Children
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

/** Gives the shadow tree its style rules, in the way that a strict security policy allows wherever the browser knows it. */
export function dress(root: ShadowRoot, rules: string): void {
  if (!('adoptedStyleSheets' in root)) {
    (root as ShadowRoot).append(make('style', {}, rules));
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [sheet];
}

function filled<E extends Element>(element: E, attributes: Attributes, children: Children): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
