import { css } from 'lit';

/** Tasks one below the other. */
export const taskStyles = css`
  article {
    max-width: 50em;
    margin-bottom: 16px;
    padding: 12px 16px;
    border: 1px solid var(--hairline);
    border-radius: 12px;
  }

  .told {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .about {
    margin: 0;
    padding-inline-start: 1.4em;
  }

  .about a {
    display: inline-block;
    padding: 8px 0;
    margin-inline-end: 16px;
  }
`;
