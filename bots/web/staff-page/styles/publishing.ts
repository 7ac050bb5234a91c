import { css } from 'lit';

/** Proposals, the history and tasks: what was changed where, who did it, and what is to be decided. */
export const publishingStyles = css`
  h3,
  h4,
  p,
  dd,
  li {
    overflow-wrap: anywhere;
  }

  h4 {
    margin: 0;
    font-size: 1em;
    line-height: 1.5;
  }

  .states {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    margin-bottom: 16px;
  }

  .states label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: normal;
  }

  [type='radio'] {
    accent-color: var(--primary);
  }

  .chosen label {
    margin-bottom: 4px;
  }

  .list button {
    overflow-wrap: anywhere;
  }

  .line {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin: 8px 0 16px;
  }

  .facts > div {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
  }

  .facts dt {
    color: var(--muted);
  }

  .facts dd {
    margin: 0;
    white-space: pre-line;
  }

  @media (max-width: 30em) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .changes {
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
  }

  .changes > li,
  .conflict {
    margin-bottom: 16px;
    border: 1px solid var(--hairline);
    border-radius: 8px;
  }

  .changes h4,
  .conflict h4 {
    padding: 8px 12px;
    background: var(--panel);
    border-radius: 8px 8px 0 0;
  }

  .kind {
    display: inline-block;
    padding: 0 8px;
    font-weight: normal;
    border: 1px solid currentcolor;
    border-radius: 999px;
  }

  .runs {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .changes .runs {
    padding: 8px 12px;
  }

  /* By their lines alone they can be told apart; the ground only helps. */
  ins {
    text-decoration: underline 2px;
    text-underline-offset: 0.2em;
    background: var(--own);
  }

  del {
    text-decoration: line-through 2px;
    color: var(--caution);
    background: var(--caution-ground);
  }

  .fold {
    margin: 4px 0;
    padding-inline: 12px;
    border-inline-start: 4px dotted var(--control);
  }

  .fold summary {
    width: fit-content;
    color: var(--primary);
  }

  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 12px;
    margin: 0;
    padding: 12px;
  }

  .sides dt {
    font-weight: bold;
  }

  .sides dd {
    margin: 0;
  }

  .fault {
    margin: 4px 0;
    font-weight: bold;
    color: var(--error);
  }

  [aria-invalid='true'] {
    border: 3px solid var(--error);
  }

  button[aria-disabled='true'] {
    color: var(--muted);
    background: var(--panel);
    border-color: var(--hairline);
    cursor: default;
  }
`;
