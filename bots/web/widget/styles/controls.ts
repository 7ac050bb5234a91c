import { css } from 'lit';

/** Everything that can be pressed or filled in, at least 44px high. */
export const controlStyles = css`
  button,
  select,
  input,
  .call {
    min-height: 44px;
    padding: 8px 14px;
    font: inherit;
    line-height: 1.5;
    border: 1px solid var(--control);
    border-radius: 8px;
  }

  select,
  input {
    color: var(--text);
    background: var(--ground);
  }

  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  select,
  .choice {
    max-width: 100%;
  }

  button {
    cursor: pointer;
  }

  .primary {
    flex: none;
    font-weight: bold;
    color: var(--on-primary);
    background: var(--primary);
    border-color: transparent;
  }

  .primary:hover {
    background: var(--primary-hover);
  }

  .primary[aria-disabled='true'] {
    color: var(--muted);
    background: var(--panel);
    border-color: var(--hairline);
    cursor: default;
  }

  .choice,
  .quiet,
  .call {
    color: var(--primary);
    background: var(--ground);
    border-color: var(--primary);
    text-align: start;
  }

  .quiet {
    flex: none;
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .choice:hover,
  .quiet:hover,
  .call:hover {
    color: var(--primary-hover);
    background: var(--own);
  }

  .call {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
    font-weight: bold;
  }

  .icon {
    display: inline-grid;
    place-items: center;
    min-width: 44px;
    padding: 8px;
  }

  .with-icon {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 12px 0;
    padding: 0;
    list-style: none;
  }

  .choices li {
    max-width: 100%;
  }

  label {
    display: block;
    font-weight: bold;
  }
`;
