import { css } from 'lit';

/** The window: header, talk, bubbles and the field with its suggestions. */
export const frameStyles = css`
  .frame {
    display: flex;
    flex-direction: column;
    height: var(--madoguchi-height, min(46rem, 92vh));
    height: var(--madoguchi-height, min(46rem, 92dvh));
    min-height: 22rem;
    background: var(--panel);
    border: 1px solid var(--control);
    border-radius: 12px;
    overflow: hidden;
  }

  /* The panel around has a border, and says how high it is. */
  .filling {
    height: var(--madoguchi-height, 100%);
    min-height: 0;
    border: 0;
    border-radius: inherit;
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 8px 16px;
    background: var(--ground);
    border-bottom: 1px solid var(--hairline);
  }

  h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: 1.0625em;
    line-height: 1.4;
    /* Break between phrases, where the browser can. */
    word-break: auto-phrase;
  }

  .log {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding: 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  /* Room for the readings above the words. */
  .furigana:lang(ja) .log,
  .furigana .log [lang='ja'] {
    line-height: 2.1;
  }

  .log:focus-visible {
    outline-offset: -4px;
    box-shadow: inset 0 0 0 6px var(--focus-ring);
  }

  .bubble {
    flex: none;
    max-width: min(38em, 94%);
    margin: 0;
    padding: 12px 16px;
    border-radius: 12px;
    overflow-wrap: anywhere;
  }

  .bubble > :first-child,
  .speaker + .plain {
    margin-top: 0;
  }

  .bubble > :last-child {
    margin-bottom: 0;
  }

  .bot {
    align-self: flex-start;
    background: var(--ground);
    border: 1px solid var(--hairline);
    border-top-left-radius: 2px;
  }

  /* As wide as there is room: a form has no width of its own. */
  .bubble.date {
    align-self: stretch;
    max-width: 100%;
  }

  .own {
    align-self: flex-end;
    max-width: 85%;
    background: var(--own);
    /* Seen where the system takes all colours away. */
    border: 1px solid transparent;
    border-top-right-radius: 2px;
    white-space: pre-wrap;
  }

  /* Only ever focused by script, after a button was pressed. */
  .bubble:focus-visible {
    outline-offset: -2px;
  }

  .waiting {
    color: var(--muted);
  }

  .waiting .choice {
    margin-top: 8px;
  }

  .resumed {
    display: flex;
    align-items: center;
    gap: 12px;
    margin: 0;
    color: var(--muted);
  }

  .resumed::before,
  .resumed::after {
    content: '';
    flex: 1;
    border-top: 1px solid var(--control);
  }

  .dots::after {
    content: '…';
    animation: blink 1.2s steps(2, jump-none) infinite;
  }

  @keyframes blink {
    to {
      opacity: 0.2;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .dots::after {
      animation: none;
    }
  }

  .composer {
    position: relative;
    display: grid;
    flex: none;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    padding: 12px 16px 4px;
    background: var(--ground);
    border-top: 1px solid var(--hairline);
  }

  .composer .quiet {
    grid-column: 1 / -1;
    justify-self: start;
    padding-inline: 4px;
  }

  .suggestions {
    position: absolute;
    z-index: 1;
    inset: auto 16px calc(100% - 4px);
    max-height: min(16em, 50vh);
    margin: 0;
    padding: 4px 0;
    overflow-y: auto;
    list-style: none;
    background: var(--ground);
    border: 1px solid var(--control);
    border-radius: 8px;
    box-shadow: 0 2px 12px rgb(0 0 0 / 25%);
  }

  .suggestions li {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding: 8px 12px;
    line-height: 1.4;
    cursor: pointer;
  }

  .suggestions li:hover {
    background: var(--own);
  }

  .suggestions li[aria-selected='true'] {
    color: var(--on-primary);
    background: var(--primary);
    /* Seen where the system takes all colours away. */
    outline: 2px solid transparent;
    outline-offset: -2px;
  }

  @media (max-width: 24rem) {
    .log {
      padding: 12px;
    }

    .composer {
      padding: 12px 12px 4px;
    }

    .bubble {
      max-width: 100%;
      padding: 12px;
    }

    .suggestions {
      inset-inline: 12px;
    }
  }
`;
