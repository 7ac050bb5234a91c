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
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 8px 8px 8px 16px;
    background: var(--ground);
    border-bottom: 1px solid var(--hairline);
    border-radius: 11px 11px 0 0;
  }

  h2 {
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

  .own {
    align-self: flex-end;
    max-width: 85%;
    background: var(--own);
    border-top-right-radius: 2px;
    white-space: pre-wrap;
  }

  .waiting {
    color: var(--muted);
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
    display: flex;
    gap: 8px;
    padding: 12px 16px;
    background: var(--ground);
    border-top: 1px solid var(--hairline);
    border-radius: 0 0 11px 11px;
  }

  .composer input {
    flex: 1;
    min-width: 0;
  }

  .suggestions {
    position: absolute;
    z-index: 1;
    inset: auto 16px calc(100% - 4px);
    max-height: 16em;
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
    .log,
    .composer {
      padding: 12px;
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
