import { css } from 'lit';

/** A message in a channel; colours by the names of the staff's pages. */
export const slackStyles = css`
  .message {
    display: flex;
    gap: 10px;
    padding: 12px;
    font-size: 15px;
    line-height: 1.5;
    background: var(--ground);
    border: 1px solid var(--control);
    border-radius: 12px;
  }

  .picture {
    display: grid;
    flex: none;
    place-items: center;
    width: 36px;
    height: 36px;
    color: #ffffff;
    background: #1f4e79;
    border-radius: 8px;
  }

  .said {
    flex: 1;
    min-width: 0;
  }

  p {
    margin: 0 0 8px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .private {
    color: var(--muted);
    font-size: 13px;
  }

  .from {
    margin-bottom: 4px;
  }

  .app {
    padding: 0 4px;
    color: var(--muted);
    font-size: 12px;
    background: var(--panel);
    border-radius: 3px;
  }

  .context {
    color: var(--muted);
    font-size: 13px;
  }

  .header {
    font-size: 18px;
    font-weight: bold;
  }

  .link {
    color: var(--primary);
  }

  hr {
    margin: 8px 0 16px;
    border: 0;
    border-top: 1px solid var(--hairline);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-bottom: 8px;
  }

  .button {
    padding: 5px 12px;
    font-weight: bold;
    overflow-wrap: anywhere;
    border: 1px solid var(--control);
    border-radius: 6px;
  }
`;
