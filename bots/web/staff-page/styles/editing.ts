import { css } from 'lit';

/** The page on which entries are written. */
export const editingStyles = css`
  section {
    margin-bottom: 32px;
  }

  h3 {
    font-size: 1.125em;
  }

  h4 {
    margin: 16px 0 8px;
    font-size: 1em;
  }

  label {
    margin-top: 12px;
  }

  p.note {
    margin: 0 0 4px;
  }

  .fault {
    margin: 0 0 4px;
    font-weight: bold;
    color: var(--error);
  }

  [aria-invalid='true'] {
    border: 3px solid var(--error);
  }

  .field > :is(input, select, textarea) {
    display: block;
    width: 100%;
    max-width: 100%;
  }

  .field > input[type='date'] {
    width: auto;
  }

  /* With the focus on its year or its calendar, a date field is no longer :focus-visible itself. */
  [type='date']:focus-within {
    outline: 4px solid var(--focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--focus-ring);
  }

  textarea {
    resize: vertical;
    field-sizing: content;
    min-height: 5lh;
  }

  form {
    max-width: 44em;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
  }

  .row > * {
    min-width: 0;
    max-width: 100%;
  }

  .row > .field {
    flex: 1 1 13em;
  }

  .source > .field:first-child {
    flex-basis: 20em;
  }

  .source + button {
    margin-top: 8px;
  }

  .editor {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 0 32px;
    align-items: start;
  }

  .preview {
    position: sticky;
    top: 8px;
    grid-column: 2;
    grid-row: 1 / span 2;
    max-height: calc(100vh - 16px);
    overflow: auto;
    padding: 4px;
  }

  madoguchi-preview {
    margin-top: 12px;
  }

  @media (max-width: 60em) {
    .editor {
      grid-template-columns: minmax(0, 1fr);
    }

    .preview {
      position: static;
      grid-column: 1;
      grid-row: auto;
      max-height: none;
    }
  }

  fieldset.answer,
  .removed {
    min-width: 0;
    margin: 16px 0;
    padding: 4px 16px 16px;
    border: 1px solid var(--control);
    border-radius: 8px;
  }

  .answer > legend {
    margin: 0;
    padding: 0 8px;
    font-size: 1.125em;
  }

  .removed {
    border-style: dashed;
  }

  .related,
  .entries {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .related li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    padding: 4px 0;
    border-bottom: 1px solid var(--hairline);
  }

  .entries li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    border-bottom: 1px solid var(--hairline);
  }

  .entries a,
  .new {
    display: inline-block;
    min-height: 44px;
    padding: 8px 0;
  }

  .over {
    color: var(--caution);
  }

  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0 16px;
    margin-bottom: 8px;
  }

  .filter .field {
    min-width: 0;
    max-width: 100%;
  }

  input[type='checkbox'] {
    flex: none;
    width: 22px;
    height: 22px;
    min-height: 0;
  }

  .conflict {
    margin-top: 16px;
    padding-top: 4px;
    color: var(--text);
    border-top: 1px solid currentcolor;
  }

  dl,
  dd {
    margin: 0;
  }

  dt {
    margin-top: 8px;
    font-weight: bold;
  }

  dd {
    padding: 4px 12px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    color: var(--text);
    background: var(--ground);
    border: 1px solid var(--hairline);
  }

  .buttons a {
    align-self: center;
  }

  button[aria-disabled='true'] {
    color: var(--muted);
    background: var(--panel);
    border-color: var(--hairline);
    cursor: default;
  }

  h2,
  h3,
  h4,
  li,
  p {
    overflow-wrap: anywhere;
  }
`;
