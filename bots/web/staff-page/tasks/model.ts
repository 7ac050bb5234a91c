import type { Action } from '../../../../src/staff/index.ts';
import type { ListedTask, TasksAnswer } from '../../staff/routes/tasks.ts';
import type { Answered, StaffApi } from '../api.ts';
import { type Me, readMe } from '../me.ts';

export type { ListedTask };
export type State = 'open' | 'closed';

export const STATES: Readonly<Record<State, string>> = { open: 'これから', closed: '済んだもの' };

/** What there is to say of an empty list. */
export const NONE: Readonly<Record<State, string>> = {
  open: 'いま、確かめることはありません。資料のページが変わったときや、職員から知らせがあったときに、ここに並びます。',
  closed: '済んだものは、まだありません。',
};

/** What a task is about. */
export const KINDS: Readonly<Record<ListedTask['kind'], string>> = {
  'source-changed': '資料のページが変わりました',
  'source-gone': '資料のページがなくなりました',
  'source-moved-date': '資料のページの更新日が変わりました',
  reported: '職員からの知らせ',
};

/** Where the entries of a task are read, and put right by those who may. */
export function aboutLinks(
  { about }: Pick<ListedTask, 'about'>,
  may: readonly Action[],
): readonly { readonly title: string; readonly read: string; readonly edit: string | undefined }[] {
  return about.map(({ id, title }) => {
    const query = String(new URLSearchParams({ entry: id }));
    return { title, read: `../staff?${query}`, edit: may.includes('propose') ? `edit?${query}` : undefined };
  });
}

/** The calls of the page. */
export interface TasksClient {
  me(): Promise<Answered<Me>>;
  list(state: State): Promise<Answered<TasksAnswer>>;
  close(id: number): Promise<Answered<undefined>>;
}

export function createTasksClient(api: StaffApi): TasksClient {
  return {
    me: () => readMe(api),
    list: (state) => api.get('tasks', { state }),
    close: (id) => api.post(`tasks/${id}/close`),
  };
}
