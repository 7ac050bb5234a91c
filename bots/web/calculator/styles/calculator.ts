import { css } from 'lit';

/** The steps: large buttons and fields, one below the other where the page is narrow. */
export const calculatorStyles = css`
  h2 {
    width: fit-content;
    max-width: 100%;
    margin: 0 0 12px;
    font-size: 1.375em;
    line-height: 1.4;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }

  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0 0 16px;
    padding: 8px 16px;
    background: var(--panel);
    border-radius: 8px;
  }

  .options {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .options .choice {
    width: 100%;
    min-height: 56px;
    padding: 12px 16px;
    font-size: 1.0625em;
    font-weight: bold;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin: 16px 0;
  }

  .fields label > span,
  .problem strong {
    display: block;
  }

  .fields select,
  .fields input {
    max-width: 100%;
    min-height: 56px;
    margin-top: 4px;
    font-size: 1.25em;
  }

  .fields .year {
    width: 5.5em;
  }

  .fields .month,
  .fields .day {
    width: 4em;
  }

  [aria-invalid='true'] {
    border: 3px solid var(--error);
  }

  .problem {
    margin: 12px 0;
    padding: 8px 16px;
    border: 2px solid var(--error);
    border-radius: 8px;
  }

  .problem strong {
    color: var(--error);
  }

  .note {
    margin: 8px 0;
    color: var(--muted);
    word-break: auto-phrase;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin: 16px 0;
  }

  .row button {
    min-height: 52px;
    max-width: 100%;
    padding-inline: 20px;
    flex: 0 1 auto;
  }

  .row .quiet {
    padding-inline: 4px;
    background: none;
  }
`;
