import { css } from './css.ts';
import { basics, darkColors, letters, lightColors } from './tokens.ts';
import { waitingStyles } from './waiting.ts';

/**
 * What the chat's own element looks like inside of any page. Important declarations of a shadow tree win over those of the page
 * (CSS Cascade 5, 6.1), so a `* { all: unset !important }` does not reach in; custom properties and inheritance would.
 */
const host = css`
  :host {
    all: initial !important;
    display: block !important;
    /* Out of the flow, so that not even a space of ours makes a line of the page higher. */
    position: fixed !important;
    z-index: 2147483647 !important;
    inset: 0 auto auto 0 !important;
    width: 0 !important;
    direction: ltr !important;
    unicode-bidi: isolate !important;
    -webkit-user-select: text !important;
    user-select: text !important;
    -webkit-text-size-adjust: 100% !important;
    text-size-adjust: 100% !important;
  }

  :host([inline]) {
    position: static !important;
    z-index: auto !important;
    width: auto !important;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  .root {
    ${lightColors}
    ${letters}
  }

  @media (prefers-color-scheme: dark) {
    .root {
      ${darkColors}
    }
  }

  .inline {
    display: flex;
    flex-direction: column;
    /* In em, because a page may have made 1rem small. */
    height: var(--madoguchi-height, min(46em, 92vh));
  }

  /* Above everything without a top layer too; the rest undoes the browser's own look of a popover. */
  .corner,
  .panel,
  .cover {
    position: fixed;
    z-index: 2147483647;
    inset: auto;
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    color: inherit;
    background: none;
    border: 0;
    overflow: visible;
  }

  /* Nothing of the page is seen any more; white like a page that is still loading. */
  .cover {
    inset: 0;
    background: #ffffff;
    forced-color-adjust: none;
  }
`;

const launcher = css`
  .corner {
    right: max(16px, env(safe-area-inset-right));
    bottom: max(16px, env(safe-area-inset-bottom));
  }

  .left .corner {
    right: auto;
    left: max(16px, env(safe-area-inset-left));
  }

  .launcher {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 56px;
    padding: 8px 22px 8px 18px;
    font: inherit;
    font-weight: bold;
    line-height: 1.4;
    color: var(--on-accent);
    background: var(--accent);
    /* Set off from a page of the same colour. */
    border: 2px solid #ffffff;
    border-radius: 999px;
    box-shadow: 0 2px 10px rgb(0 0 0 / 35%);
    cursor: pointer;
  }

  .launcher:hover {
    background: var(--accent-hover);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .launcher:active {
    background: var(--accent-active);
  }

  .launcher:focus-visible {
    border-radius: 999px;
  }

  @media (max-width: 30em), (max-height: 30em) {
    .corner {
      right: max(12px, env(safe-area-inset-right));
      bottom: max(12px, env(safe-area-inset-bottom));
    }

    .left .corner {
      left: max(12px, env(safe-area-inset-left));
    }

    .launcher {
      min-height: 48px;
      padding: 6px 16px 6px 12px;
    }
  }

  /* Nobody wants the button on paper. */
  @media print {
    .corner {
      display: none;
    }
  }
`;

const panel = css`
  .panel {
    right: max(16px, env(safe-area-inset-right));
    bottom: calc(max(16px, env(safe-area-inset-bottom)) + var(--covered-below, 0px));
    display: flex;
    flex-direction: column;
    width: min(25em, 100% - 32px);
    height: min(40em, 100% - 32px - var(--covered-below, 0px));
    background: var(--ground);
    border: 1px solid var(--control);
    border-radius: 12px;
    box-shadow: 0 4px 24px rgb(0 0 0 / 35%);
    overflow: hidden;
    animation: appear 0.15s ease-out;
  }

  .left .panel {
    right: auto;
    left: max(16px, env(safe-area-inset-left));
  }

  .panel:focus-visible {
    outline-offset: -4px;
    border-radius: 12px;
    box-shadow: inset 0 0 0 6px var(--focus-ring);
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .panel {
      animation: none;
    }
  }

  @media (max-width: 30em), (max-height: 30em) {
    .panel,
    .left .panel {
      inset: var(--covered-above, 0px) 0 var(--covered-below, 0px);
      width: auto;
      height: auto;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
        env(safe-area-inset-left);
      border: 0;
      border-radius: 0;
    }
  }

  madoguchi-talk {
    --madoguchi-height: 100%;
    flex: 1;
    display: block;
    min-height: 0;
  }
`;

/** The chat's own element: the button that opens the talk, its window, and what is seen until the talk has come. */
export const shellStyles = [basics, host, launcher, panel, waitingStyles].join('\n');
