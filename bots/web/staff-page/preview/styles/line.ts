import { css } from 'lit';

/** A phone with a talk on it; LINE's own colours, by night too, because the messages bring theirs along. */
export const lineStyles = css`
  :host {
    --accent: #14605a;
    display: block;
    color-scheme: light;
    color: #1c2733;
    font-size: 15px;
    line-height: 1.5;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .phone {
    max-width: 400px;
    padding: 4px 10px 12px;
    border: 6px solid #1c2733;
    border-radius: 28px;
    background: #d5e0ea;
  }

  /* Seen where the system takes all colours away. */
  .balloon,
  .flex-bubble,
  .button .face,
  .quick-replies .tap {
    outline: 1px solid transparent;
  }

  .tap {
    cursor: default;
  }

  /* Nothing can be scrolled to by pressing, so that all of them are seen. */
  .quick-replies {
    flex-wrap: wrap;
    padding: 16px 0 0;
    overflow: visible;
  }

  .balloon .link {
    text-decoration: underline;
  }

  .carousel:focus-visible {
    outline: 3px solid #000000;
    outline-offset: 2px;
  }
`;
