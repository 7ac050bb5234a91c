import { css } from 'lit';
import { controlStyles } from '../../widget/styles/controls.ts';

const page = css`
  :host {
    line-height: 1.6;
  }

  h1 {
    margin: 0 0 16px;
    font-size: 1.5em;
    line-height: 1.4;
  }

  h2 {
    margin: 0 0 8px;
    font-size: 1.25em;
    line-height: 1.4;
  }

  h3 {
    margin: 16px 0 8px;
    font-size: 1em;
  }

  p {
    margin: 8px 0;
  }

  .note {
    color: var(--muted);
  }

  .news:empty {
    display: none;
  }

  .news {
    padding: 8px 12px;
    border-inline-start: 6px solid var(--success-mark);
    background: var(--panel);
  }

  .trouble {
    padding: 8px 12px;
    border: 1px solid var(--error);
    border-inline-start-width: 6px;
  }

  .warning {
    padding: 8px 12px;
    color: var(--caution);
    background: var(--caution-ground);
    border-inline-start: 6px solid var(--caution);
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(14em, 1fr) minmax(0, 2fr);
    gap: 24px;
    align-items: start;
  }

  @media (max-width: 48em) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .list ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list button {
    display: block;
    width: 100%;
    margin-bottom: 4px;
    text-align: start;
    color: var(--text);
    background: var(--ground);
  }

  .list button[aria-current='true'] {
    border: 2px solid var(--primary);
    border-inline-start-width: 8px;
    background: var(--own);
  }

  .list .note {
    display: block;
  }

  form > label,
  legend {
    display: block;
    margin-top: 16px;
    padding: 0;
    font-weight: bold;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  textarea {
    display: block;
    width: 100%;
    padding: 8px 12px;
    font: inherit;
    color: var(--text);
    background: var(--ground);
    border: 1px solid var(--control);
    border-radius: 8px;
  }

  label.choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: normal;
  }

  input[type='radio'] {
    flex: none;
    width: 22px;
    height: 22px;
    min-height: 0;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-top: 16px;
  }

  button {
    color: var(--primary);
    background: var(--ground);
  }

  button.go {
    font-weight: bold;
    color: var(--on-primary);
    background: var(--primary);
    border-color: transparent;
  }

  button:disabled {
    color: var(--muted);
    background: var(--panel);
    border-color: var(--hairline);
    cursor: default;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
    width: 100%;
  }

  th,
  td {
    padding: 6px 10px;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
    border-bottom: 1px solid var(--hairline);
  }

  thead th {
    font-weight: bold;
    white-space: nowrap;
  }

  td.number,
  th.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  summary {
    min-height: 44px;
    padding: 8px 0;
    cursor: pointer;
  }
`;

/** What the pages for staff share: headings, messages, a list beside what was chosen from it, forms and tables. */
export const pageStyles = [controlStyles, page];
