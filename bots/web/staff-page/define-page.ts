/** Defines an element once, however often its script is loaded. */
export function definePage(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
