import { css } from 'lit';

/** Colours and type after the Digital Agency's design system; every pair of text and ground has a contrast of 4.5:1 or more. */
export const tokens = css`
  :host {
    --primary: #0017c1;
    --primary-hover: #00118f;
    --on-primary: #ffffff;
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

    color-scheme: light dark;
    display: block;
    /* A page may have made 1rem small; nobody should have to read less than 16px. */
    font-size: max(16px, 1rem);
    font-family: 'Noto Sans JP', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans CJK JP', sans-serif;
    line-height: 1.7;
    color: var(--text);
    text-align: start;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --primary: #9db7f9;
      --primary-hover: #c5d7fb;
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
    }
  }

  :host([hidden]) {
    display: none;
  }

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

  /* For screen readers only. */
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
