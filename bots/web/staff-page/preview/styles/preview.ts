import { css } from 'lit';

/** Tabs over one channel, or all channels side by side. */
export const previewStyles = css`
  :host {
    container-type: inline-size;
  }

  .note {
    margin: 0 0 8px;
    color: var(--muted);
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-bottom: 12px;
    border-bottom: 1px solid var(--control);
  }

  [role='tab'] {
    margin-bottom: -1px;
    color: var(--primary);
    background: none;
    border-color: transparent;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  [role='tab']:hover {
    background: var(--own);
  }

  [role='tab'][aria-selected='true'] {
    font-weight: bold;
    color: var(--text);
    background: var(--ground);
    border: 1px solid var(--control);
    border-bottom: 3px solid var(--primary);
  }

  .pane:not(.chosen),
  h3 {
    display: none;
  }

  h3 {
    margin: 0 0 8px;
    font-size: 1.0625em;
    line-height: 1.5;
  }

  @container (min-width: 60em) {
    .tabs {
      display: none;
    }

    .panes {
      display: grid;
      /* A small phone; the chat has the most to show. */
      grid-template-columns: 20em minmax(0, 1.2fr) minmax(0, 1fr);
      gap: 24px;
      align-items: start;
    }

    .pane:not(.chosen),
    h3 {
      display: block;
    }
  }
`;
