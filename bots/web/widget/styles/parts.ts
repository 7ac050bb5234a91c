import { css } from 'lit';

/** What stands in a bubble: texts, cards, notices and the form for a date. */
export const partStyles = css`
  .plain,
  .body {
    margin: 12px 0;
    white-space: pre-line;
  }

  .auto,
  .note,
  .label,
  .choice {
    /* Break between phrases, where the browser can. */
    word-break: auto-phrase;
  }

  /* Break between the phrases that the server has marked, and inside of one only where it is wider than its line. */
  .phrased {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  ruby {
    /* Spread wide, the characters of a word would fall apart under a long reading. */
    ruby-align: center;
  }

  rt {
    font-size: 0.625em;
    line-height: 1.1;
    /* Not among what is copied by hand. */
    user-select: none;
  }

  .note {
    margin: 8px 0;
    color: var(--muted);
  }

  .card,
  .notice {
    margin: 16px 0;
  }

  .card {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--primary);
  }

  .contact {
    border-color: var(--control);
  }

  .notice {
    padding: 12px 16px;
    border: 1px solid var(--hairline);
    border-radius: 8px;
  }

  .card > :last-child,
  .notice > :last-child {
    margin-bottom: 0;
  }

  .speaker + .card,
  .speaker + .notice {
    margin-top: 0;
  }

  /* A number that is cut in two is hard to dial. */
  [href^='tel:']:not(.call) {
    white-space: nowrap;
  }

  .call {
    max-width: 100%;
    overflow-wrap: anywhere;
  }

  h3 {
    margin: 0;
    font-size: 1.0625em;
    line-height: 1.5;
  }

  .badge {
    width: fit-content;
    margin: 6px 0;
    padding: 0 10px;
    color: var(--primary);
    border: 1px solid currentcolor;
    border-radius: 999px;
  }

  .badge.silent {
    color: var(--caution);
  }

  summary {
    width: fit-content;
    padding: 8px 4px;
    min-height: 44px;
    cursor: pointer;
    color: var(--primary);
  }

  .topic {
    border-top: 1px solid var(--hairline);
  }

  .topic summary {
    width: auto;
    font-weight: bold;
  }

  .topic .choices {
    margin-top: 4px;
  }

  .translation {
    padding-inline-start: 10px;
    border-inline-start: 4px solid var(--hairline);
  }

  .status {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 8px 0 0;
    font-weight: bold;
  }

  .open svg {
    color: var(--success-mark);
  }

  .closed svg {
    color: var(--muted);
  }

  .contact > .label {
    margin: 0;
    color: var(--muted);
  }

  .hotlines {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }

  .hotlines .call {
    min-height: 56px;
    padding-inline: 20px;
    margin: 0;
    font-size: 1.25em;
    border-width: 2px;
  }

  .feedback {
    margin: 16px 0 0;
    padding-top: 12px;
    border-top: 1px solid var(--hairline);
  }

  .feedback .label {
    margin: 0 0 8px;
  }

  .problem {
    margin: 8px 0;
    padding-inline-start: 10px;
    border-inline-start: 4px solid var(--error);
  }

  details ul {
    margin: 0;
    padding-inline-start: 1.4em;
  }

  madoguchi-date-question {
    display: block;
  }

  .day {
    color: var(--muted);
  }

  .about {
    margin: 4px 0;
  }

  .notice .label,
  .failure .label {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    font-weight: bold;
  }

  .notice .body {
    margin: 8px 0 0;
  }

  .urgent {
    border: 2px solid var(--error);
  }

  .urgent .label {
    margin: -12px -16px 0;
    padding: 6px 16px;
    color: var(--on-error);
    background: var(--error);
    border-radius: 4px 4px 0 0;
  }

  .urgent .body {
    font-weight: bold;
  }

  .private {
    background: var(--caution-ground);
    border: 2px solid var(--caution);
  }

  .private .label {
    color: var(--caution);
  }

  .info .label {
    color: var(--primary);
  }

  .failure {
    border: 2px solid var(--error);
  }

  .failure .label {
    color: var(--error);
  }

  .insurer {
    margin: 12px 0;
  }

  .insurer select {
    width: 100%;
    margin-top: 4px;
  }
`;
