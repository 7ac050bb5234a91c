import type { Action } from '../../../src/staff/index.ts';

/** A page of the staff: one custom element that the build's staff.js defines, or one that the server makes. */
export interface StaffPage {
  readonly path: string;
  /** In the navigation, and as its heading. */
  readonly title: string;
  /** Whoever may not do this neither sees it in the navigation nor opens it. */
  readonly action: Action;
  readonly content: { readonly kind: 'element'; readonly name: string } | { readonly kind: 'audit' };
}

/** In the order of the navigation; a page is listed once its element is there. */
export const STAFF_PAGES: readonly StaffPage[] = [
  {
    path: '/staff',
    title: 'さがす',
    action: 'lookUp',
    content: { kind: 'element', name: 'madoguchi-desk' },
  },
  {
    path: '/staff/questions',
    title: '答えられなかった質問',
    action: 'readQueue',
    content: { kind: 'element', name: 'madoguchi-questions' },
  },
  {
    path: '/staff/edit',
    title: '答えを直す',
    action: 'propose',
    content: { kind: 'element', name: 'madoguchi-editing' },
  },
  {
    path: '/staff/proposals',
    title: '提案',
    action: 'readQueue',
    content: { kind: 'element', name: 'madoguchi-proposals' },
  },
  {
    path: '/staff/history',
    title: '履歴',
    action: 'readQueue',
    content: { kind: 'element', name: 'madoguchi-history' },
  },
  {
    path: '/staff/tasks',
    title: '確かめること',
    action: 'readQueue',
    content: { kind: 'element', name: 'madoguchi-tasks' },
  },
  {
    path: '/staff/stats',
    title: '質問の数と正しさ',
    action: 'readFigures',
    content: { kind: 'element', name: 'madoguchi-figures' },
  },
  { path: '/staff/audit', title: '記録', action: 'readAudit', content: { kind: 'audit' } },
];
