import { css } from 'lit';

/** The list of keys. */
export const keysStyles = css`
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 8px 16px;
    margin: 12px 0;
  }

  dl > div {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: baseline;
  }

  dd {
    margin: 0;
  }

  kbd {
    display: inline-block;
    min-width: 2em;
    padding: 0 8px;
    font: inherit;
    text-align: center;
    border: 1px solid var(--control);
    border-radius: 4px;
  }
`;
