/** Less than any on-screen keyboard, more than an address bar that slides away; CSS pixels. */
const LOWEST_KEYBOARD_PX = 120;

/**
 * A page that its author has made smaller (`zoom: 50%`, so .5 here) does not make the talk smaller; a larger one makes it
 * larger too.
 */
export function undoShrinking(element: HTMLElement, zoom: number): void {
  if (zoom < 1) element.style.setProperty('zoom', String(1 / zoom));
  else element.style.removeProperty('zoom');
}

/**
 * Keeps `--covered-above` and `--covered-below` of the element: what of the window a keyboard on the screen hides, in pixels.
 * Returns how to stop.
 */
export function watchKeyboard(element: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  const measure = () => {
    const covered = window.innerHeight - view.height;
    // Magnified with two fingers, less is seen too, but then the resident moves about herself.
    const isKeyboard = covered > LOWEST_KEYBOARD_PX && view.scale < 1.05;
    element.style.setProperty('--covered-above', `${isKeyboard ? view.offsetTop : 0}px`);
    element.style.setProperty('--covered-below', `${isKeyboard ? covered - view.offsetTop : 0}px`);
  };
  view.addEventListener('resize', measure);
  view.addEventListener('scroll', measure);
  measure();
  return () => {
    view.removeEventListener('resize', measure);
    view.removeEventListener('scroll', measure);
  };
}

/** Puts an element over everything on the page, or takes it away; a browser without popovers has only its z-index. */
export function setOnTop(element: HTMLElement, isOn: boolean): void {
  if (!('popover' in element) || !element.isConnected) return;
  // Not before: a popover that is not shown yet is not seen.
  element.popover ??= 'manual';
  if (element.matches(':popover-open') === isOn) return;
  if (isOn) element.showPopover();
  else element.hidePopover();
}
