import { css } from 'lit';

/** What opens above a page. */
export const dialogStyles = css`
  dialog {
    max-width: min(40em, calc(100vw - 32px));
    padding: 20px 24px;
    color: var(--text);
    background: var(--ground);
    border: 2px solid var(--primary);
    border-radius: 12px;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  dialog textarea {
    width: 100%;
    margin: 12px 0;
    padding: 8px;
    font: inherit;
    color: var(--text);
    background: var(--ground);
    border: 1px solid var(--control);
    border-radius: 8px;
  }

  dialog .trouble {
    margin-bottom: 12px;
    padding: 8px 12px;
    border: 1px solid var(--error);
    border-inline-start-width: 6px;
  }

  dialog form {
    margin-top: 12px;
  }
`;
