import { css } from 'lit';

/** The outcome with its working, and the picture. */
export const outcomeStyles = css`
  .card {
    padding-top: 12px;
    border-top: 6px solid var(--primary);
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }

  @media screen {
    :host([alone]) .card {
      padding: 16px 20px;
      border: 1px solid var(--control);
      border-top: 6px solid var(--primary);
      border-radius: 8px;
    }
  }

  summary {
    width: fit-content;
    min-height: 44px;
    padding-block: 8px;
    font-weight: bold;
    cursor: pointer;
  }

  .card #step {
    margin: 0;
    font-size: 1.125em;
  }

  .card .basis {
    margin: 20px 0 8px;
    font-size: 1.0625em;
  }

  .answer {
    margin: 4px 0 16px;
    line-height: 1.4;
  }

  .answer .main {
    font-size: 1.5em;
    font-weight: bold;
    word-break: auto-phrase;
  }

  :host([alone]) .answer .main {
    font-size: clamp(1.5em, 6vw, 2em);
  }

  .answer .other {
    display: inline-block;
    font-size: 1.125em;
  }

  dl {
    margin: 12px 0;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 6px 0;
    border-bottom: 1px solid var(--hairline);
  }

  dt {
    flex: 0 1 17em;
    font-weight: bold;
  }

  dd {
    margin: 0;
  }

  .notes,
  .sources,
  .spans {
    margin: 12px 0;
    padding-inline-start: 1.4em;
  }

  .desk {
    margin: 12px 0;
    padding: 8px 16px 16px;
    border: 1px solid var(--hairline);
    border-radius: 8px;
  }

  .desk > :last-child {
    margin-bottom: 0;
  }

  .desk .name,
  .timeline .name {
    margin: 0;
    font-weight: bold;
  }

  .timeline {
    margin: 20px 0;
  }

  .timeline ol {
    margin: 8px 0;
    padding-inline-start: 1.6em;
  }

  .picture {
    display: block;
    width: 100%;
    max-width: 26em;
    height: auto;
    fill: none;
  }

  .axis,
  .leader {
    stroke: var(--text);
    stroke-width: 2;
  }

  .leader {
    stroke-width: 1;
  }

  .dot {
    fill: var(--text);
  }

  .mark {
    fill: var(--ground);
    stroke: var(--text);
    stroke-width: 2;
  }

  .today .mark {
    stroke-dasharray: 4 3;
  }

  .answer .mark {
    fill: var(--primary);
    stroke: var(--primary);
  }

  .point text {
    font-size: 18px;
    font-weight: bold;
    fill: var(--text);
  }

  .point.answer text {
    fill: var(--on-primary);
  }

  .span {
    stroke: var(--text);
    stroke-width: 1;
  }

  .solid {
    fill: var(--primary);
  }

  .striped {
    fill: url(#stripes);
  }

  .stripe {
    fill: var(--text);
  }

  @media (forced-colors: active) {
    .axis,
    .leader,
    .mark,
    .span,
    .answer .mark {
      stroke: CanvasText;
    }

    .mark {
      fill: Canvas;
    }

    .dot,
    .stripe,
    .solid,
    .answer .mark,
    .point text {
      fill: CanvasText;
    }

    .point.answer text {
      fill: Canvas;
    }
  }
`;
