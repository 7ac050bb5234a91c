import { css } from 'lit';

/** What is chosen before the dates: large buttons, one below the other. */
export const calculatorStyles = css`
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0 0 16px;
    padding: 8px 16px;
    background: var(--panel);
    border-radius: 8px;
    overflow-wrap: anywhere;
  }

  .options {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .options .choice {
    width: 100%;
    min-height: 56px;
    padding: 12px 16px;
    font-size: 1.0625em;
    font-weight: bold;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
  }

  @media print {
    .chosen,
    .ways {
      display: none;
    }
  }
`;
