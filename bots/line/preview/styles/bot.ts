import { css } from 'lit';

/** What the bot says in a talk, and the quick replies below; takes the colour of its face from `--accent`. */
export const botStyles = css`
  .face {
    flex: none;
    width: 38px;
    height: 38px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--accent);
    color: #fff;
    font-weight: 700;
  }

  .line {
    display: flex;
    gap: 8px;
    margin-top: 4px;
  }

  .line.first {
    margin-top: 12px;
  }

  .line .face {
    width: 34px;
    height: 34px;
    font-size: 14px;
  }

  .line .face.none {
    background: none;
    height: 0;
  }

  .said {
    flex: 1 1 0;
    min-width: 0;
    display: flex;
    flex-direction: column;
  }

  .name {
    font-size: 12px;
    color: #3d4a57;
  }

  .with-time {
    display: flex;
    align-items: flex-end;
    gap: 6px;
    min-width: 0;
  }

  /* A carousel runs to the edge of the screen, with its time below. */
  .with-time:has(> .carousel) {
    flex-direction: column;
    align-items: stretch;
    margin-inline-end: -10px;
  }

  .with-time:has(> .carousel) time {
    align-self: flex-start;
  }

  .with-time time {
    flex: none;
    font-size: 11px;
    color: #46525f;
  }

  .balloon {
    margin: 0;
    padding: 9px 13px;
    border-radius: 18px;
    background: #fff;
    max-width: 270px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    line-break: strict;
  }

  .first .balloon {
    border-start-start-radius: 4px;
  }

  .balloon :is(a, .link) {
    color: #1d4f91;
  }

  .quick-replies {
    display: flex;
    gap: 8px;
    overflow-x: auto;
    padding: 6px 10px 10px;
    scrollbar-width: thin;
  }

  .quick-replies .tap {
    flex: none;
    padding: 7px 14px;
    border: 0;
    border-radius: 999px;
    background: #ffffffeb;
    color: #1d4f91;
    font-size: 14px;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
`;
