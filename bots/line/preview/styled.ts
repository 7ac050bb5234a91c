import { nothing } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/** CSS properties by their name; what is undefined is left to the style sheet. */
export type Styles = Readonly<Record<string, string | undefined>>;

class Styled extends Directive {
  #set: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styled() stands among the attributes of an element');
  }

  render(_styles: Styles): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [styles]: [Styles]): unknown {
    const { style } = element as HTMLElement;
    for (const name of this.#set) if (styles[name] === undefined) style.removeProperty(name);
    const given = Object.entries(styles).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    for (const [name, value] of given) style.setProperty(name, value);
    this.#set = given.map(([name]) => name);
    return nothing;
  }
}

/** Styles an element property by property: the policy of the page allows no style attributes, which Lit's styleMap writes first. */
export const styled = directive(Styled);
