import { encodeAction } from '../../../src/conversation/index.ts';
import type { IconName } from './icons.ts';

/** One of the six areas of the menu. */
export interface Area {
  /** Large on the picture. */
  readonly title: string;
  /** Small below it: what is behind a title that could mean several things. */
  readonly hint: string;
  readonly icon: IconName;
  /** What pressing it means to the conversation. */
  readonly action: Parameters<typeof encodeAction>[0];
  /** Whether the talk shows what was pressed. */
  readonly leavesTrace: boolean;
}

/** The areas in reading order: three in the upper row, three in the lower. */
export const AREAS: readonly Area[] = [
  {
    title: '紛失',
    hint: 'なくしたとき',
    icon: 'lost',
    action: { kind: 'category', category: 'loss' },
    leavesTrace: true,
  },
  {
    title: '有効期限',
    hint: '資格確認書',
    icon: 'validity',
    // 日付を聞いて1日単位で答えられる項目。カードの期限は文字で聞ける
    action: { kind: 'entry', entry: 'certificate-validity' },
    leavesTrace: true,
  },
  {
    title: '登録・解除',
    hint: 'マイナ保険証',
    icon: 'registration',
    action: { kind: 'category', category: 'registration' },
    leavesTrace: true,
  },
  {
    title: '加入・脱退',
    hint: '転職・引っ越し',
    icon: 'transfer',
    action: { kind: 'category', category: 'transfer' },
    leavesTrace: true,
  },
  {
    title: 'DV・支援',
    hint: '支援措置の方へ',
    icon: 'support',
    action: { kind: 'entry', entry: 'dv-support' },
    // 同じ端末を見る人に、押したことを知られないように
    leavesTrace: false,
  },
  {
    title: '窓口',
    hint: '電話番号',
    icon: 'desk',
    action: { kind: 'desk' },
    leavesTrace: true,
  },
];

/** What a screen reader says of an area; LINE allows 20 characters. */
export function labelOf({ title, hint }: Area): string {
  return `${title}、${hint}`;
}

/** The postback data of an area, as the conversation reads it. */
export function dataOf({ action }: Area): string {
  return encodeAction(action);
}
