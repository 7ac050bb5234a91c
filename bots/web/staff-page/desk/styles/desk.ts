import { css } from 'lit';

/** The frame: search and filters above, the list beside the answers where there is room, above them where there is not. */
export const deskStyles = css`
  :host {
    container-type: inline-size;
  }

  h2 {
    margin: 0;
    font-size: 1.25em;
    line-height: 1.4;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .row,
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .head,
  .between {
    justify-content: space-between;
  }

  .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin-bottom: 16px;
    padding: 12px 16px;
    background: var(--panel);
    border-radius: 12px;
  }

  .slow {
    font-weight: normal;
    color: var(--muted);
  }

  input[type='search'] {
    flex: 1 1 16em;
    min-width: 0;
    min-height: 48px;
    font-size: 1.125em;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 20px;
  }

  .filters > label:not(.check),
  .day {
    display: grid;
    gap: 2px;
    max-width: 100%;
  }

  input,
  select {
    min-width: 0;
    max-width: 100%;
  }

  .filters select {
    width: 100%;
    font-weight: normal;
  }

  .hint,
  .count,
  .note {
    color: var(--muted);
  }

  .asked label {
    margin-bottom: 6px;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
  }

  .count {
    font-size: 1rem;
    font-size: max(16px, 0.8em);
    font-weight: normal;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: normal;
  }

  [type='checkbox'],
  [type='radio'] {
    flex: none;
    width: 24px;
    min-height: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--primary);
  }

  /* With the focus on its year or its calendar, a date field is no longer :focus-visible itself. */
  [type='date']:focus-within {
    outline: 4px solid var(--focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--focus-ring);
  }

  .notice,
  .dates,
  .empty {
    margin-bottom: 16px;
    padding: 12px 16px;
    border: 2px solid var(--caution);
    border-radius: 12px;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    background: var(--caution-ground);
  }

  .notice > div {
    flex: 1 1 16em;
  }

  .dates {
    border-color: var(--primary);
  }

  .empty {
    border: 1px solid var(--hairline);
  }

  .empty p {
    margin: 8px 0;
  }

  .waiting {
    min-height: 60vh;
  }

  @container (width >= 52em) {
    .columns {
      display: grid;
      grid-template-columns: 19em minmax(0, 1fr);
      gap: 24px;
      align-items: start;
    }
  }
`;
