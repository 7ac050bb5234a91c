import { css } from './css.ts';

/** The window until the talk has come. */
export const waitingStyles = css`
  .waiting {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 8px 8px 8px 16px;
    border-bottom: 1px solid var(--hairline);
  }

  h2 {
    margin: 0;
    font-size: 1.0625em;
    line-height: 1.4;
    word-break: auto-phrase;
  }

  .before {
    flex: 1;
    padding: 8px 16px 16px;
    overflow-y: auto;
    background: var(--ground);
  }

  .inline .before {
    border: 1px solid var(--control);
    border-radius: 12px;
  }

  p {
    margin: 12px 0;
    word-break: auto-phrase;
  }

  .before button,
  header button {
    min-height: 44px;
    margin: 4px 8px 4px 0;
    padding: 8px 14px;
    font: inherit;
    line-height: 1.5;
    color: var(--primary);
    background: var(--ground);
    border: 1px solid var(--primary);
    border-radius: 8px;
    cursor: pointer;
  }

  header button {
    flex: none;
    margin: 0;
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .before button:hover,
  header button:hover {
    color: var(--primary-hover);
    background: var(--own);
  }

  .before button:active,
  header button:active {
    color: var(--primary-active);
  }
`;
