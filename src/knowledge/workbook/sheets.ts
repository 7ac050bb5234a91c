import { RULES } from '../../rules/index.ts';
import type { Answer, Entry, KnowledgeBase } from '../schema.ts';
import { type CellFormat, CITATION, CITATIONS, DATE, LINES, OPENING, TEXT, words } from './cell-values.ts';

/** What the cells of a column hold. */
export type Role =
  /** A number by which rows keep their order when staff sort them otherwise. */
  | { readonly kind: 'order' }
  /** The id of the part that the row is. */
  | { readonly kind: 'id' }
  /** The id of the part that the row belongs to, in the sheet of that name. */
  | { readonly kind: 'owner' }
  /** A field of the part, by its names from the outside in; without a name the part is this text alone. */
  | { readonly kind: 'field'; readonly field: readonly string[]; readonly format: CellFormat }
  /** Written for people to see, never read. */
  | { readonly kind: 'shown'; show(kb: KnowledgeBase, part: unknown, owner: string): string };

/** What can be chosen in a cell. */
export type Choices =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'ids'; readonly sheet: string };

export interface Column {
  readonly heading: string;
  /** In characters of the font. */
  readonly width: number;
  readonly role: Role;
  readonly choices?: Choices;
  /** What staff write there, for the sheet that explains. */
  readonly help: string;
}

/** What part of the knowledge base the rows of a sheet are. */
export type Holding =
  | { readonly kind: 'record'; readonly field: string }
  | { readonly kind: 'list'; readonly field: string }
  | { readonly kind: 'single'; readonly field: string }
  /** In a list of each part of another sheet. */
  | { readonly kind: 'within'; readonly sheet: string; readonly field: string };

export interface Sheet {
  readonly name: string;
  readonly about: string;
  readonly holding: Holding;
  readonly columns: readonly Column[];
}

const ORDER: Column = {
  heading: '順番',
  width: 7,
  role: { kind: 'order' },
  help: '並び順の数。新しい行では空のままでよく、上の行の次になります',
};
const id = (heading: string): Column => ({
  heading,
  width: 26,
  role: { kind: 'id' },
  help: '英小文字・数字・ハイフンの名前。ほかの行と同じものは使えません。あとで変えると、別のものとして扱います',
});
const owner = (heading: string, sheet: string): Column => ({
  heading,
  width: 26,
  role: { kind: 'owner' },
  choices: { kind: 'ids', sheet },
  help: `「${sheet}」シートにあるID`,
});

type FieldOptions = Partial<Pick<Column, 'width' | 'choices'>> & { readonly format?: CellFormat };

function field(heading: string, name: string, help: string, options: FieldOptions = {}): Column {
  const { format = TEXT, ...rest } = options;
  const names = name === '' ? [] : name.split('.');
  return { heading, width: 24, role: { kind: 'field', field: names, format }, help, ...rest };
}

const DESK_COLUMNS: readonly Column[] = [
  field('名前', 'name', '窓口の名前', { width: 34 }),
  field('扱うこと', 'about', '何の窓口か(空でもよい)', { width: 34 }),
  field('電話', 'tel', '0984-23-0116 の形。資料になければ空', { width: 16 }),
  field('受付時間', 'hours', '人が読む文(空でもよい)', { width: 34 }),
  field('受付時間(曜日と時刻)', 'opening', '1行に「月火水木金 09:30～17:00」の形。祝、年末年始も書けます', {
    format: OPENING,
  }),
  field('名前(英語)', 'english', '空でもよい', { width: 34 }),
  field('扱うこと(英語)', 'english-about', '空でもよい', { width: 34 }),
  field('受付時間(英語)', 'english-hours', '空でもよい', { width: 34 }),
];

const SENSITIVE = words({ dv: 'DV' });
const DESK_WORDS = { insurer: '加入先の窓口', 'call-center': 'フリーダイヤル', none: '示さない' };
const NATIONWIDE = '全国共通';
type Show = Extract<Role, { kind: 'shown' }>['show'];
const seen = (heading: string, width: number, show: Show): Column => ({
  heading: `${heading}(参考)`,
  width,
  role: { kind: 'shown', show },
  help: '見るためのもの。読み込みません',
});
const ENTRY_TITLE = seen('題名', 22, (kb, _, entry) => kb.entries[entry]!.title);
const CATEGORY_LABEL = seen('分類の名前', 22, (kb, entry) => kb.categories[(entry as Entry).category]!.label);
const INSURER_NAME = seen('加入先の名前', 15, (kb, answer) => {
  const { insurer } = answer as Answer;
  return insurer === undefined ? NATIONWIDE : kb.insurers[insurer]!.short;
});

/** Every sheet that is read, in the order of the workbook. */
export const SHEETS: readonly Sheet[] = [
  {
    name: '項目',
    about: '質問の項目。1行に一つ',
    holding: { kind: 'record', field: 'entries' },
    columns: [
      ORDER,
      id('項目ID'),
      field('題名', 'title', 'ボタンに出る名前。20字まで'),
      field('題名(英語)', 'english', '空でもよい', { width: 34 }),
      field('分類', 'category', '「分類」シートにあるID', { choices: { kind: 'ids', sheet: '分類' } }),
      CATEGORY_LABEL,
      field('見直す日', 'review', '2027-07-31 の形。この日を過ぎたら見直します', { format: DATE, width: 13 }),
      field('担当', 'owner', '答えを確かめる部署。人の名前は書きません(空でもよい)'),
      field('日付の規則', 'rule', '日付を計算する項目だけ', { choices: { kind: 'words', words: RULES } }),
      field('慎重に扱う', 'sensitive', 'DVの項目だけ「DV」。会話に跡を残しません', {
        format: SENSITIVE,
        choices: { kind: 'words', words: ['DV'] },
        width: 12,
      }),
      field('関連する項目', 'related', '1行に一つの項目ID(空でもよい)', { format: LINES, width: 28 }),
    ],
  },
  {
    name: '答え',
    about: '1行に一つの答え。加入先と期間ごとに分けます',
    holding: { kind: 'within', sheet: '項目', field: 'answers' },
    columns: [
      ORDER,
      owner('項目ID', '項目'),
      ENTRY_TITLE,
      field('加入先ID', 'insurer', '「加入先」シートにあるID。空なら全国共通の答え', {
        choices: { kind: 'ids', sheet: '加入先' },
        width: 15,
      }),
      INSURER_NAME,
      field('いつから', 'from', '正しい最初の日。空ならずっと前から', { format: DATE, width: 13 }),
      field('いつまで', 'until', '正しい最後の日。空ならこの先も', { format: DATE, width: 13 }),
      field('答え', 'text', '500字まで。日付は令和の和暦で書きます', { width: 60 }),
      field('やさしい日本語', 'easy', '同じ答えをやさしい日本語で(空でもよい)', { width: 50 }),
      field('英語', 'english', '同じ答えを短い英語で(空でもよい)', { width: 50 }),
      field('出典', 'citations', '1行に一つ。「takasaki-2026「更新」」のように、資料IDと節の名前', {
        format: CITATIONS,
        width: 40,
      }),
    ],
  },
  {
    name: '聞き方',
    about: '住民の聞き方。1行に一つ、項目ごとに20から30',
    holding: { kind: 'within', sheet: '項目', field: 'phrasings' },
    columns: [
      ORDER,
      owner('項目ID', '項目'),
      ENTRY_TITLE,
      field('聞き方', '', '住民の言葉で', { width: 80 }),
    ],
  },
  {
    name: '資料',
    about: '答えの出典になる資料',
    holding: { kind: 'record', field: 'documents' },
    columns: [
      ORDER,
      id('資料ID'),
      field('題名', 'title', '資料の題名', { width: 50 }),
      field('発行元', 'publisher', '発行したところ'),
      field('発行元(英語)', 'english', '空でもよい'),
      field('日付', 'date', '資料の日付。2026-08-01 の形', { format: DATE, width: 13 }),
      field('URL', 'url', 'https:// で始まるもの(空でもよい)', { width: 34 }),
      field('節', 'sections', '資料の中の見出し。1行に一つ', { format: LINES, width: 34 }),
    ],
  },
  {
    name: '加入先',
    about: '国民健康保険を運営する市、共済組合など',
    holding: { kind: 'record', field: 'insurers' },
    columns: [
      ORDER,
      id('加入先ID'),
      field('名前', 'name', '文の中の名前。高崎市の国民健康保険'),
      field('短い名前', 'short', 'ボタンの名前。高崎市'),
      field('名前(英語)', 'english.name', '書くなら、短い名前(英語)も', { width: 34 }),
      field('短い名前(英語)', 'english.short', '書くなら、名前(英語)も'),
      field('資料ID', 'document', '「資料」シートにあるID', { choices: { kind: 'ids', sheet: '資料' } }),
      field('呼び名', 'mentions', '住民が使う呼び方。1行に一つ', { format: LINES }),
    ],
  },
  {
    name: '窓口',
    about: '加入先の窓口。加入先ごとに、はじめの行が何でも聞ける窓口',
    holding: { kind: 'within', sheet: '加入先', field: 'desks' },
    columns: [ORDER, owner('加入先ID', '加入先'), ...DESK_COLUMNS],
  },
  {
    name: 'フリーダイヤル',
    about: '加入先がわからないときの電話。1行だけ',
    holding: { kind: 'single', field: 'call-center' },
    columns: [
      ...DESK_COLUMNS,
      field('出典', 'citation', '「takasaki-2026「更新」」のように、資料IDと節の名前', {
        format: CITATION,
        width: 40,
      }),
    ],
  },
  {
    name: '分類',
    about: '項目の分類。メニューに出ます',
    holding: { kind: 'record', field: 'categories' },
    columns: [
      ORDER,
      id('分類ID'),
      field('名前', 'label', 'メニューに出る名前', { width: 34 }),
      field('名前(英語)', 'english', '空でもよい', { width: 40 }),
    ],
  },
  {
    name: '答えないこと',
    about: '答えない質問のまとまりと、そのときの返事',
    holding: { kind: 'list', field: 'out-of-scope' },
    columns: [
      ORDER,
      id('まとまりID'),
      field('返事', 'reply', '答えられないことと、聞けるところ', { width: 60 }),
      field('返事(英語)', 'english', '空でもよい', { width: 60 }),
      field('案内する窓口', 'desk', '返事と一緒に示す窓口', {
        format: words(DESK_WORDS),
        choices: { kind: 'words', words: Object.values(DESK_WORDS) },
        width: 18,
      }),
    ],
  },
  {
    name: '答えない質問',
    about: '答えない質問の例。1行に一つ',
    holding: { kind: 'within', sheet: '答えないこと', field: 'lines' },
    columns: [ORDER, owner('まとまりID', '答えないこと'), field('質問', '', '住民の言葉で', { width: 80 })],
  },
];
