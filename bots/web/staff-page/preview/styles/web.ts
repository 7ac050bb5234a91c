import { css } from 'lit';

/** The chat's window as high as what is in it. */
export const webStyles = css`
  .frame {
    height: auto;
    min-height: 0;
  }

  .log {
    overflow: visible;
  }

  :host {
    position: relative;
  }
`;
