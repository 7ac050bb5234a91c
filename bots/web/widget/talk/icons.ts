import { html, type TemplateResult } from 'lit';

// Drawn inline, because the widget loads nothing; the words beside them say the same, hence aria-hidden.

export const urgentIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2 1 21h22L12 2Zm-1 7h2v6h-2V9Zm0 8h2v2h-2v-2Z" fill-rule="evenodd" /></svg>`;

export const privateIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 10V7a5 5 0 0 1 10 0v3h2v12H5V10h2Zm2 0h6V7a3 3 0 0 0-6 0v3Z" fill-rule="evenodd" /></svg>`;

export const infoIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm-1 4v2h2V6h-2Zm0 4v8h2v-8h-2Z" fill-rule="evenodd" /></svg>`;

export const callIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6.6 2 10 6.8 7.9 9.4a13 13 0 0 0 6.7 6.7l2.6-2.1 4.8 3.4-1.6 4.4C10.8 22.8 1.2 13.2 2.2 3.6L6.6 2Z" /></svg>`;

export const closeIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 4.6 6 6 6-6L19.4 6l-6 6 6 6-1.4 1.4-6-6-6 6L4.6 18l6-6-6-6L6 4.6Z" /></svg>`;

export const leaveIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 3h10v2H5v14h8v2H3V3Zm13 4 5 5-5 5-1.4-1.4 2.6-2.6H9v-2h8.2l-2.6-2.6L16 7Z" /></svg>`;

export const openIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm4.6 6L11 13.6 7.9 10.5l-1.4 1.4 4.5 4.5 7-7L16.6 8Z" fill-rule="evenodd" /></svg>`;

export const closedIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20ZM7 11v2h10v-2H7Z" fill-rule="evenodd" /></svg>`;

export const listIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 5h3v2H3V5Zm5 0h13v2H8V5ZM3 11h3v2H3v-2Zm5 0h13v2H8v-2Zm-5 6h3v2H3v-2Zm5 0h13v2H8v-2Z" /></svg>`;
