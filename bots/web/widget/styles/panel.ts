import { css } from 'lit';

/** 「表示」 below the header, and the way out of a talk about danger. */
export const panelStyles = css`
  .display {
    flex: none;
    max-height: 65%;
    padding: 8px 16px 12px;
    overflow-y: auto;
    background: var(--ground);
    border-bottom: 1px solid var(--control);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    font-weight: bold;
  }

  .option {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: normal;
    cursor: pointer;
  }

  .option input {
    flex: none;
    width: 24px;
    min-height: 24px;
    margin: 0;
    accent-color: var(--primary);
  }

  .options,
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }

  .row {
    gap: 8px;
    margin: 8px 0 4px;
  }

  .display > .option {
    margin: 4px 0 8px;
    border-block: 1px solid var(--hairline);
  }

  .done {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 4px 0;
  }

  textarea {
    display: block;
    width: 100%;
    margin: 8px 0;
    padding: 8px 12px;
    font: inherit;
    line-height: 1.6;
    color: var(--text);
    background: var(--ground);
    border: 1px solid var(--control);
    border-radius: 8px;
    resize: vertical;
  }

  .leaving {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 16px;
    background: var(--ground);
    border-bottom: 1px solid var(--hairline);
  }

  .leave {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-inline: 16px;
    font-weight: bold;
    color: var(--error);
    background: var(--ground);
    border: 2px solid var(--error);
  }

  .leave:hover {
    color: var(--on-error);
    background: var(--error);
  }

  .bubble .leave {
    margin-bottom: 12px;
  }

  .leave + .notice,
  .leave + .card {
    margin-top: 0;
  }

  /* Only who has keys can press one. */
  .hint {
    display: none;
    margin: 0;
  }

  @media (any-pointer: fine) {
    .hint {
      display: block;
    }
  }

  .print-frame {
    position: fixed;
    inset: auto 0 0 auto;
    width: 1px;
    height: 1px;
    border: 0;
    opacity: 0;
    pointer-events: none;
  }

  .for-print {
    display: none;
  }
`;
