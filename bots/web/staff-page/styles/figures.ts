import { css } from 'lit';

/** The page with the figures. */
export const figuresStyles = css`
  .period {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px 16px;
    margin-bottom: 24px;
  }

  .period label {
    display: block;
    margin: 0;
    font-weight: normal;
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11em, 1fr));
    gap: 12px;
    margin: 0 0 24px;
  }

  .tiles div {
    padding: 12px;
    border: 1px solid var(--hairline);
    border-radius: 8px;
  }

  dt {
    color: var(--muted);
  }

  dd {
    margin: 0;
  }

  dd strong {
    font-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }

  section {
    margin-bottom: 32px;
  }

  figure {
    margin: 0 0 8px;
  }

  svg.bars {
    display: block;
    width: 100%;
    height: auto;
    max-height: 240px;
  }

  .bar.answered {
    fill: var(--primary);
  }

  .bar.offered {
    fill: url('#offered');
  }

  .bar.unknown {
    fill: var(--text);
  }

  .hatch {
    stroke: var(--primary);
    stroke-width: 2;
  }

  .axis {
    stroke: var(--control);
  }

  svg text {
    fill: var(--text);
    font-size: 16px;
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .key svg {
    width: 18px;
    height: 18px;
    vertical-align: -3px;
  }

  blockquote {
    margin: 8px 0;
    padding: 8px 12px;
    background: var(--panel);
    border-inline-start: 4px solid var(--control);
    white-space: pre-line;
  }

  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
    }
  }
`;
