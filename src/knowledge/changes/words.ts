import type { KnowledgeBase } from '../schema.ts';
import type { Change, PartPath } from './diff.ts';
import type { Value } from './shape.ts';
import { type Run, textDifference } from './text-difference.ts';

/** Longest value that is printed whole, in UTF-16 units: a change is one line. */
const MAX_VALUE_LENGTH = 80;
/** What is shown of a long unchanged stretch, on the side of the change. */
const CONTEXT_LENGTH = 12;

const PARTS: Readonly<Record<string, string>> = {
  documents: '資料',
  insurers: '加入先',
  'call-center': 'フリーダイヤル',
  categories: '分類',
  entries: '項目',
  'out-of-scope': '答えないこと',
};

const FIELDS: Readonly<Record<string, string>> = {
  title: '題名',
  publisher: '発行元',
  english: '英語',
  date: '日付',
  url: 'URL',
  sections: '節',
  name: '名前',
  short: '短い名前',
  document: '資料',
  mentions: '呼び名',
  desks: '窓口',
  about: '扱うこと',
  tel: '電話',
  hours: '受付時間',
  opening: '受付時間(曜日と時刻)',
  'english-about': '扱うこと(英語)',
  'english-hours': '受付時間(英語)',
  label: '名前',
  category: '分類',
  review: '見直す日',
  owner: '担当',
  rule: '日付の規則',
  sensitive: '慎重に扱う',
  related: '関連する項目',
  answers: '答え',
  insurer: '加入先',
  from: 'いつから',
  until: 'いつまで',
  text: '本文',
  easy: 'やさしい日本語',
  citations: '出典',
  citation: '出典',
  phrasings: '聞き方',
  reply: '返事',
  desk: '窓口',
  lines: '質問の例',
};

/** One line for people: what was done, to which part, and how it reads now. */
export function changeLine(change: Change, kb: KnowledgeBase): string {
  switch (change.kind) {
    case 'added':
      return `追加 ${partName(change.path, kb)}: ${summary(change.after)}`;
    case 'removed':
      return `削除 ${partName(change.path, kb)}: ${summary(change.before)}`;
    case 'changed':
      return `変更 ${partName(change.path, kb)}: ${replaced(change.before, change.after)}`;
    case 'reordered':
      return `並べ替え ${partName(change.path, kb)}`;
  }
}

/** A part in words: 項目 certificate-lost「資格確認書をなくした」 › 答え 高崎市 2026-08-01から › 本文. */
export function partName([top = '', id, ...rest]: PartPath, kb: KnowledgeBase): string {
  const first = [PARTS[top] ?? top];
  // The free-dial desk has no id: its fields stand right below it.
  if (top === 'call-center') return [...first, ...(id === undefined ? [] : [FIELDS[id] ?? id])].join(' › ');
  if (id === undefined) return first.join('');
  const title = top === 'entries' && Object.hasOwn(kb.entries, id) ? `「${kb.entries[id]!.title}」` : '';
  return [`${first[0]} ${id}${title}`, ...steps(rest, kb)].join(' › ');
}

/** Fields in words, and after a list the name of the part in it. */
function steps([field, ...rest]: PartPath, kb: KnowledgeBase): readonly string[] {
  if (field === undefined) return [];
  const word = FIELDS[field] ?? field;
  const [name, ...below] = rest;
  if (field === 'english') return [word, ...steps(rest, kb)];
  // A text that was added or removed is its own name, and is printed as the value.
  return name === undefined ? [word] : [...named(field, name, kb), ...steps(below, kb)];
}

/** An answer is called by its insurer as people know it, a desk by its name. */
function named(field: string, name: string, { insurers }: KnowledgeBase): readonly string[] {
  const word = FIELDS[field] ?? field;
  if (field === 'desks') return [`${word} ${name}`];
  if (field !== 'answers') return [word];
  const [insurer = '', ...since] = name.split(' ');
  const short = Object.hasOwn(insurers, insurer) ? insurers[insurer]!.short : insurer;
  return [[word, short, ...since].join(' ')];
}

/** What a part says, in one line. */
function summary(value: Value): string {
  if (typeof value === 'string') return cut(oneLine(value));
  if (Array.isArray(value)) return cut(value.map(summary).join('、'));
  const part = value as Readonly<Record<string, Value>>;
  if (part.document !== undefined && part.section !== undefined) return `${part.document}「${part.section}」`;
  const telling = part.title ?? part.name ?? part.label ?? part.text ?? part.reply;
  return cut(telling === undefined ? Object.values(part).map(summary).join(' ') : summary(telling));
}

function replaced(before: Value, after: Value): string {
  if (typeof before !== 'string' || typeof after !== 'string')
    return `${summary(before)} → ${summary(after)}`;
  if (before.length + after.length <= MAX_VALUE_LENGTH) return `${oneLine(before)} → ${oneLine(after)}`;
  return textDifference(before, after).map(marked).join('');
}

/** As in a word-wise diff: [-gone-]{+new+}. */
function marked({ kind, text }: Run, i: number, runs: readonly Run[]): string {
  const line = oneLine(text);
  switch (kind) {
    case 'removed':
      return `[-${line}-]`;
    case 'added':
      return `{+${line}+}`;
    case 'kept': {
      if (line.length <= 2 * CONTEXT_LENGTH) return line;
      const head = i === 0 ? '' : first(line, CONTEXT_LENGTH);
      const tail = i === runs.length - 1 ? '' : [...line].slice(-CONTEXT_LENGTH).join('');
      return `${head}…${tail}`;
    }
  }
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');
const first = (text: string, length: number) => [...text].slice(0, length).join('');
const cut = (text: string) => (text.length > MAX_VALUE_LENGTH ? `${first(text, MAX_VALUE_LENGTH)}…` : text);
