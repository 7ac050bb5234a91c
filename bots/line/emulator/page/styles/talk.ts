import { css } from 'lit';

/** The phone and what is said on it. */
export const talkStyles = css`
  .phone {
    width: min(400px, 100vw - 16px);
    height: min(860px, 100vh - 40px);
    display: flex;
    flex-direction: column;
    overflow: hidden;
    border: 8px solid #1c2733;
    border-radius: 36px;
    background: var(--wall);
  }

  .phone > header {
    padding: 14px 20px 10px;
    background: #f6f9fb;
    border-bottom: 1px solid var(--line);
  }

  .phone > header h2 {
    margin: 0;
    font-size: 17px;
  }

  .lines {
    flex: 1 1 0;
    min-height: 0;
    overflow-y: auto;
    padding: 12px 10px;
  }

  .note {
    width: fit-content;
    margin: 10px auto;
    padding: 2px 14px;
    border-radius: 999px;
    background: #4d5c6bd9;
    color: #fff;
    font-size: 12px;
  }

  .line.own {
    margin-top: 12px;
  }

  .own .name,
  .own .with-time {
    align-self: flex-end;
  }

  .own .balloon {
    background: var(--own);
    border-end-end-radius: 4px;
  }

  .sticker {
    margin: 0;
    width: 104px;
  }

  .photo {
    margin: 0;
    width: 150px;
    height: 110px;
    display: grid;
    place-items: center;
    border-radius: 14px;
    background: linear-gradient(160deg, #9fc4e0, #e9d9b8);
    color: #33414e;
  }

  .aside {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    flex: none;
  }

  .unsend {
    border: 0;
    padding: 2px 4px;
    background: none;
    color: #33414e;
    font-size: 11px;
    text-decoration: underline;
    cursor: pointer;
    opacity: 0;
  }

  .line:hover .unsend,
  .unsend:focus-visible {
    opacity: 1;
  }

  .loading {
    display: flex;
    gap: 5px;
    padding-block: 15px;
  }

  .loading i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: #8593a1;
    animation: wait 1.2s infinite;
  }

  .loading i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .loading i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes wait {
    40% {
      opacity: 0.25;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .loading i {
      animation: none;
    }
  }
`;
