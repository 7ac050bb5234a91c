import { css } from 'lit';

/** Flex messages, as LINE's own apps measure them. */
export const flexStyles = css`
  .tap {
    border: 0;
    padding: 0;
    background: none;
    font: inherit;
    color: inherit;
    text-align: inherit;
    text-decoration: inherit;
    cursor: pointer;
  }

  .carousel {
    display: flex;
    align-items: stretch;
    gap: 8px;
    overflow-x: auto;
    min-width: 0;
    padding-bottom: 6px;
    scrollbar-width: thin;
  }

  .carousel > .flex-bubble {
    flex: none;
  }

  .flex-bubble {
    display: flex;
    flex-direction: column;
    flex: 0 1 auto;
    overflow: hidden;
    max-width: 100%;
    border-radius: 16px;
    background: #fff;
    color: #111;
    font-size: 16px;
    line-height: 1.4;
  }

  .carousel > .flex-bubble {
    max-width: none;
  }

  .flex-bubble > .tap,
  .block > .box {
    width: 100%;
  }

  .block {
    display: flex;
    flex-direction: column;
  }

  .block > .box {
    flex: 1 0 auto !important;
  }

  .box,
  .box > .tap {
    display: flex;
    position: relative;
    min-width: 0;
  }

  .box > .tap {
    flex: 1;
    flex-direction: inherit;
    align-items: inherit;
    justify-content: inherit;
  }

  .box.vertical {
    flex-direction: column;
  }

  .box.baseline {
    align-items: baseline;
  }

  .words {
    position: relative;
    min-width: 0;
    overflow-wrap: anywhere;
    line-break: strict;
  }

  .words.wrap {
    white-space: pre-wrap;
  }

  .words.cut {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .words.clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--lines);
    overflow: hidden;
  }

  .button > .tap {
    display: block;
    width: 100%;
  }

  .button .face {
    all: unset;
    box-sizing: border-box;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 52px;
    padding: 4px 16px;
    border-radius: 8px;
    text-align: center;
    overflow: hidden;
  }

  .button.low .face {
    min-height: 40px;
  }

  .button.link .face {
    color: #42659a;
  }

  .button.primary .face {
    background: #17c950;
    color: #fff;
  }

  .button.secondary .face {
    background: #dcdfe5;
    color: #111;
  }

  .separator {
    flex: none;
    background: #d4d6da;
  }

  .separator.vertical {
    height: 1px;
  }

  .separator.horizontal {
    width: 1px;
    align-self: stretch;
  }

  .picture {
    display: grid;
    place-items: center;
    max-width: 100%;
    background: #e6eaef;
    color: #5a6673;
    font-size: 12px;
  }

  .flex-bubble.template {
    width: 260px;
  }

  .template-words {
    padding: 14px 16px;
  }

  .template-words p {
    margin: 0;
    white-space: pre-wrap;
  }
`;
