import type { CannedAnswer } from './lookup.ts';

/** An answer with its sources as a text to be pasted into a mail or a chat. */
export function pasteText({ title, insurerName, text, asOfNote: note, sources }: CannedAnswer): string {
  const cited = sources.map(
    ({ title: document, section, url }) =>
      `出典：${document}「${section}」${url === undefined ? '' : ` ${url}`}`,
  );
  return [`【${title}】${insurerName}`, text, note, ...cited].filter((line) => line !== '').join('\n');
}
