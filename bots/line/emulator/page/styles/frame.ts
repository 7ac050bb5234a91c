import { css } from 'lit';

/** The page around the phone: list of talks, phone, and panel. */
export const frameStyles = css`
  :host {
    --ink: #1c2733;
    --muted: #5a6673;
    --line: #d3dae2;
    --accent: #14605a;
    --wrong: #b3121d;
    --wall: #d5e0ea;
    --own: #c6ecc0;
    color: var(--ink);
    font-family: 'Noto Sans JP', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans CJK JP', sans-serif;
    font-size: 15px;
    line-height: 1.5;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 3px solid #1a1a1a;
    outline-offset: 1px;
    box-shadow: 0 0 0 5px #ffd43d;
    border-radius: 4px;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }

  .page {
    height: 100%;
    display: grid;
    grid-template-columns: minmax(170px, 230px) auto minmax(280px, 460px);
    justify-content: center;
    gap: 20px;
    padding: 20px;
  }

  .connecting {
    padding: 2rem;
  }

  h1,
  h2 {
    font-size: 1rem;
    margin: 0 0 0.5rem;
  }

  nav {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }

  nav button {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px;
    border: 0;
    border-radius: 12px;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  nav button:hover {
    background: #e2e8ef;
  }

  nav button[aria-current='true'] {
    background: #fff;
    font-weight: 700;
  }

  nav small {
    display: block;
    color: var(--muted);
    font-weight: 400;
  }

  .face.user {
    background: #51606f;
  }

  .face.group {
    background: #7a4a8f;
    border-radius: 12px;
  }

  aside {
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: 20px;
    font-size: 14px;
    padding: 4px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  aside button,
  aside select,
  aside input[type='number'],
  dialog button {
    border: 1px solid #8593a1;
    border-radius: 8px;
    background: #fff;
    padding: 6px 12px;
    cursor: pointer;
  }

  aside fieldset {
    border: 0;
    padding: 0;
    margin: 8px 0;
    display: grid;
    grid-template-columns: 1fr 1fr;
  }

  .log,
  .violations {
    list-style: none;
    padding: 0;
    margin: 0;
  }

  .log > li {
    border-top: 1px solid var(--line);
    padding: 4px 0;
  }

  .wrong,
  .violations {
    color: var(--wrong);
    font-weight: 700;
  }

  summary {
    cursor: pointer;
  }

  summary time {
    color: var(--muted);
    font-weight: 400;
  }

  pre {
    margin: 4px 0;
    padding: 10px;
    border-radius: 8px;
    background: #fff;
    color: var(--ink);
    font-weight: 400;
    font-size: 12px;
    max-height: 320px;
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  @media (max-width: 900px) {
    .page {
      grid-template-columns: minmax(0, 420px);
      height: auto;
      padding: 8px;
    }

    nav {
      flex-flow: row wrap;
    }

    nav h1 {
      width: 100%;
    }
  }
`;
