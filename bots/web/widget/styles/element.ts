import { unsafeCSS } from 'lit';
import { css } from './css.ts';
import { basics, darkColors, letters, lightColors } from './tokens.ts';

/** The look that Lit's elements share, each in a shadow tree of its own. */
export const elementStyles = unsafeCSS(css`
  :host {
    ${lightColors}
    ${letters}
    display: block;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      ${darkColors}
    }
  }

  :host([hidden]) {
    display: none;
  }

  ${basics}
`);
