import { css } from 'lit';

/** The answers of an entry side by side; the marked one stands out by its frame and its radio button. */
export const answerStyles = css`
  .panel {
    display: grid;
    gap: 8px;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .wordings {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }

  .wordings label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: normal;
  }

  .edit {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }

  /* Its words break where letters are large. */
  .answer .quiet {
    flex: initial;
  }

  .answers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    gap: 16px;
    align-items: start;
    margin-top: 4px;
  }

  .answers[data-count='1'] {
    max-width: 44em;
  }

  .answer {
    display: grid;
    gap: 8px;
    padding: 4px 15px 15px;
    border: 1px solid var(--control);
    border-radius: 12px;
    overflow-wrap: anywhere;
  }

  .answer[data-marked] {
    padding: 2px 13px 13px;
    border: 3px solid var(--primary);
  }

  .answer[data-over] {
    border-style: dashed;
  }

  .whose,
  .whose label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }

  .whose {
    justify-content: space-between;
    padding-top: 6px;
  }

  .whose label {
    flex: 1 1 auto;
    min-height: 44px;
    font-size: 1.125em;
    cursor: pointer;
  }

  .text {
    white-space: pre-line;
  }

  .warning {
    display: flex;
    gap: 8px;
    padding: 6px 12px;
    font-weight: bold;
    color: var(--caution);
    background: var(--caution-ground);
    border: 1px solid currentcolor;
    border-radius: 8px;
  }

  .warning[hidden] {
    display: none;
  }

  .warning svg,
  .notice svg {
    margin-top: 0.15em;
    color: var(--caution);
  }

  .private {
    border-width: 2px;
  }

  details ul {
    margin: 0;
    padding-inline-start: 1.4em;
  }

  summary {
    width: fit-content;
    min-height: 44px;
    padding: 8px 4px;
    color: var(--primary);
    cursor: pointer;
  }

  [href^='tel:'] {
    white-space: nowrap;
  }

  .done::before {
    content: '✓ ' / '';
  }
`;
