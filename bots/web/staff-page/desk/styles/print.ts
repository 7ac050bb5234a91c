import { css } from 'lit';

/** Paper: black on white, no answer cut in two where it fits on a page. */
export const printStyles = css`
  :host {
    color-scheme: light;
    color: #000000;
    background: #ffffff;
    font-size: 11pt;
    font-family: 'Noto Sans JP', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans CJK JP', sans-serif;
    line-height: 1.6;
  }

  .printed {
    margin: 0;
    text-align: end;
  }

  h2 {
    margin: 16px 0 8px;
    font-size: 1.3em;
    break-after: avoid;
  }

  h3 {
    margin: 0;
    font-size: 1em;
    break-after: avoid;
  }

  p {
    margin: 4px 0;
    overflow-wrap: anywhere;
  }

  .text {
    white-space: pre-line;
  }

  .warning {
    padding: 4px 8px;
    font-weight: bold;
    border: 2px solid #000000;
  }

  article {
    margin-bottom: 12px;
    padding: 8px 12px;
    border: 1px solid #767676;
    border-radius: 8px;
    break-inside: avoid;
  }
`;
