import { css } from 'lit';

/** The question for a date: large fields that stand in one row where there is room; compact within a talk. */
export const formStyles = css`
  h2,
  h3 {
    width: fit-content;
    max-width: 100%;
    margin: 0 0 8px;
    font-size: 1.0625em;
    line-height: 1.5;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }

  h2 {
    margin-bottom: 12px;
    font-size: 1.375em;
    line-height: 1.4;
  }

  .prompt {
    margin: 0 0 12px;
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
    gap: 12px 8px;
    margin: 12px 0;
  }

  .fields label > span,
  .problem strong {
    display: block;
  }

  .fields select,
  .fields input {
    max-width: 100%;
    min-height: 52px;
    margin-top: 2px;
    font-size: 1.125em;
  }

  .fields .year {
    width: 5em;
  }

  .fields .month,
  .fields .day {
    width: 3.5em;
  }

  /* The era in a row of its own, rather than the day. */
  :host {
    container-type: inline-size;
  }

  [lang='en'] .fields label:first-child {
    flex-basis: 100%;
  }

  @container (width < 20.5em) {
    .fields label:first-child {
      flex-basis: 100%;
    }
  }

  :host([alone]) .fields {
    gap: 12px;
    margin: 16px 0;
  }

  :host([alone]) .fields select,
  :host([alone]) .fields input {
    min-height: 56px;
    font-size: 1.25em;
  }

  [aria-invalid='true'] {
    border: 3px solid var(--error);
  }

  .problem {
    margin: 12px 0;
    padding: 8px 16px;
    border: 2px solid var(--error);
    border-radius: 8px;
    overflow-wrap: anywhere;
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
    gap: 8px 12px;
    margin: 12px 0;
  }

  .row button {
    min-height: 52px;
    max-width: 100%;
    padding-inline: 20px;
    flex: 0 1 auto;
    overflow-wrap: anywhere;
  }

  .row .quiet {
    padding-inline: 4px;
    background: none;
  }

  .ways {
    margin-block: 4px;
  }
`;
