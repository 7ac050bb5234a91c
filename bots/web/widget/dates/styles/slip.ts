import { css } from 'lit';

/** The slip: black on white, without what can only be pressed. */
export const slipStyles = css`
  @media print {
    :host {
      --primary: #000000;
      --on-primary: #ffffff;
      --text: #000000;
      --muted: #000000;
      --ground: #ffffff;
      --hairline: #767676;
      --control: #000000;

      color-scheme: light;
      font-size: 11pt;
      line-height: 1.5;
    }

    .tools,
    .ways,
    button {
      display: none;
    }

    .card {
      padding: 8px 16px;
      border: 1px solid var(--control);
      border-radius: 8px;
    }

    .card::before {
      content: attr(data-slip);
      display: block;
      margin-bottom: 8px;
      font-weight: bold;
      letter-spacing: 0.1em;
    }

    .picture {
      max-width: 22em;
      print-color-adjust: exact;
    }

    .card .basis {
      margin-top: 12px;
    }

    dl > div {
      padding: 2px 0;
    }

    dl > div,
    .timeline,
    .desk {
      break-inside: avoid;
    }

    :focus-visible {
      outline: none;
      box-shadow: none;
    }
  }
`;
