import { css } from './css.ts';

/** Colours in the light, after the Digital Agency's design system; every pair of text and ground has a contrast of 4.5:1 or more. */
export const lightColors = css`
  --primary: #0017c1;
  --primary-hover: #00118f;
  --primary-active: #000060;
  --on-primary: #ffffff;
  /* A city's own colour, for the button that opens the talk; the same by night, because the page around it seldom turns dark. */
  --accent: #0017c1;
  --accent-hover: #00118f;
  --accent-active: #000060;
  --on-accent: #ffffff;
  --text: #333333;
  --muted: #595959;
  --ground: #ffffff;
  --panel: #f2f4f8;
  --own: #e1eafe;
  --hairline: #cccccc;
  --control: #767676;
  --error: #ec0000;
  --on-error: #ffffff;
  --caution: #7a4a00;
  --caution-ground: #fff8e0;
  --success-mark: #259d63;
  --focus: #000000;
  --focus-ring: #ffd43d;
`;

/** The same in the dark. */
export const darkColors = css`
  --primary: #9db7f9;
  --primary-hover: #c5d7fb;
  --primary-active: #e0eafd;
  --on-primary: #0b0b2e;
  --text: #f1f1f4;
  --muted: #c4c4cc;
  --ground: #1f2024;
  --panel: #131316;
  --own: #26355f;
  --hairline: #4a4b52;
  --control: #9a9aa3;
  --error: #ff9d9d;
  --on-error: #2b0000;
  --caution: #ffd88a;
  --caution-ground: #332a12;
  --success-mark: #51b883;
  --focus: #ffd43d;
  --focus-ring: #000000;
`;

/** Letters; a page may have made 1rem small, but nobody should have to read less than 16px. */
export const letters = css`
  color-scheme: light dark;
  font-size: max(16px, 1rem);
  font-family: 'Noto Sans JP', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans CJK JP', sans-serif;
  line-height: 1.7;
  color: var(--text);
  text-align: start;
`;

/** What every control shares: box sizes, focus, words for screen readers only, icons. */
export const basics = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 4px solid var(--focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--focus-ring);
    border-radius: 4px;
  }

  .speaker {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  a {
    color: var(--primary);
    text-underline-offset: 0.2em;
  }

  a:hover {
    color: var(--primary-hover);
    text-decoration-thickness: 2px;
  }

  svg {
    width: 1.4em;
    height: 1.4em;
    fill: currentcolor;
    flex: none;
  }
`;
