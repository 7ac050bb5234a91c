import { css } from 'lit';

/** What is pressed and written below a talk: the field, the rich menu, the date picker. */
export const controlStyles = css`
  .composer {
    background: #fff;
    padding: 8px 10px;
    border-top: 1px solid var(--line);
  }

  .composer form {
    display: flex;
    gap: 8px;
  }

  .composer input {
    flex: 1;
    min-width: 0;
    border: 1px solid #aab5c0;
    border-radius: 18px;
    padding: 7px 14px;
    background: #f4f6f8;
  }

  .composer .send,
  dialog .send {
    border: 0;
    border-radius: 18px;
    padding: 7px 16px;
    background: var(--accent);
    color: #fff;
    font-weight: 700;
    cursor: pointer;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 9px;
    margin-top: 6px;
    font-size: 13px;
  }

  .tools button {
    border: 0;
    padding: 3px 2px;
    background: none;
    color: #33414e;
    cursor: pointer;
  }

  .tools .menu-bar {
    margin-inline-start: auto;
    font-weight: 700;
  }

  .rich-menu {
    flex: none;
    position: relative;
    width: 100%;
    background: #fff;
  }

  .rich-menu img {
    display: block;
    width: 100%;
    height: 100%;
  }

  .rich-menu .area {
    position: absolute;
  }

  .rich-menu .tap {
    position: absolute;
    inset: 0;
    cursor: pointer;
  }

  .rich-menu .tap:hover {
    background: #00000014;
  }

  dialog {
    border: 0;
    border-radius: 18px;
    padding: 20px;
  }

  dialog::backdrop {
    background: #00000073;
  }

  dialog label {
    display: block;
    font-weight: 700;
  }

  dialog input {
    margin: 12px 0;
    padding: 8px 12px;
    font-size: 18px;
  }

  dialog .row {
    justify-content: flex-end;
  }
`;
