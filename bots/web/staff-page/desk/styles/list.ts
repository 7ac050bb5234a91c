import { css } from 'lit';

/** The entries that were found, in a list that scrolls by itself. */
export const listStyles = css`
  .list ul {
    max-height: 15em;
    margin: 8px 0 16px;
    padding: 4px;
    overflow-y: auto;
    list-style: none;
    border: 1px solid var(--hairline);
    border-radius: 8px;
  }

  [role='option'] {
    min-height: 44px;
    padding: 8px 12px;
    line-height: 1.5;
    border-inline-start: 4px solid transparent;
    border-radius: 4px;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  [role='option']:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  [aria-selected='true'] {
    font-weight: bold;
    background: var(--own);
    border-color: var(--primary);
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    font-weight: normal;
  }

  .tag {
    padding: 0 8px;
    color: var(--caution);
    background: var(--ground);
    border: 1px solid currentcolor;
    border-radius: 999px;
  }

  @container (width >= 52em) {
    .list {
      position: sticky;
      top: 8px;
    }

    .list ul {
      max-height: calc(100vh - 88px);
    }
  }

  @media (forced-colors: active) {
    [role='option'] {
      border-color: Canvas;
    }

    [aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
