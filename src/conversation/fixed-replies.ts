import type { MenuIntent, SafetyConcern } from '../intents/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Part } from '../reply/index.ts';
import { callCenterPart, contactParts } from './answer-parts.ts';
import { choice, DESK_CHOICE, entryChoice, insurerChoices, MENU_CHOICE } from './choices.ts';

const EXAMPLES = ['certificate-what-is', 'legacy-after-expiry', 'myna-lost', 'digital-certificate-validity'];
const ABOUT =
  'マイナ保険証・資格確認書・国民健康保険の手続きについて、資料に書かれていることをお答えします。';

const text = (content: string): Part => ({ kind: 'text', text: content });

function examplesPart(knowledge: Knowledge): Part {
  const known = EXAMPLES.filter((id) => Object.hasOwn(knowledge.kb.entries, id));
  return {
    kind: 'choices',
    prompt: 'たとえば、こんなことを聞けます。',
    choices: [...known.map((id) => entryChoice(knowledge, id)), MENU_CHOICE],
  };
}

export function categoriesPart({ kb }: Knowledge): Part {
  const choices = Object.entries(kb.categories).map(([category, { label }]) =>
    choice(label, { kind: 'category', category }),
  );
  return { kind: 'choices', prompt: '知りたいことに近いものを選んでください。', choices };
}

export function categoryPart(knowledge: Knowledge, category: string): Part {
  const ids = Object.keys(knowledge.kb.entries).filter(
    (id) => knowledge.kb.entries[id]!.category === category,
  );
  const choices = [...ids.map((id) => entryChoice(knowledge, id)), MENU_CHOICE];
  return { kind: 'choices', prompt: `「${knowledge.kb.categories[category]?.label}」の質問です。`, choices };
}

export function deskParts(knowledge: Knowledge, insurer: string | undefined): readonly Part[] {
  const own = contactParts(knowledge, insurer, 'all');
  const hint =
    insurer !== undefined && insurer in knowledge.kb.insurers
      ? 'こちらの窓口にお問い合わせください。'
      : 'ご加入先の窓口か、次の電話にお問い合わせください。';
  return [text(hint), ...own];
}

export function menuParts(
  knowledge: Knowledge,
  intent: MenuIntent,
  insurer: string | undefined,
): readonly Part[] {
  switch (intent) {
    case 'greeting':
      return [
        text(`こんにちは。${ABOUT}知りたいことを、ふだんの言葉で書いてください。`),
        examplesPart(knowledge),
      ];
    case 'thanks':
      return [text('お役に立ててうれしいです。ほかにも知りたいことがあれば、いつでも聞いてください。')];
    case 'help':
      return [
        text(`${ABOUT}文章でも、「資格確認書 なくした」のような言葉だけでも大丈夫です。`),
        examplesPart(knowledge),
      ];
    case 'menu':
      return [categoriesPart(knowledge)];
    case 'restart':
      return [
        text('はじめからにしました。これまでの内容は消しました。知りたいことを書いてください。'),
        examplesPart(knowledge),
      ];
    case 'human':
      return [
        text('ここには自動の案内しかありません。担当者とは電話か窓口でお話しいただけます。'),
        ...deskParts(knowledge, insurer),
      ];
  }
}

/** Honest about not knowing; `group` is the kind of out-of-scope question it resembles. */
export function unknownParts(
  knowledge: Knowledge,
  group: string | undefined,
  insurer: string | undefined,
): readonly Part[] {
  const known = knowledge.kb['out-of-scope'].find(({ id }) => id === group);
  const reply =
    known?.reply ??
    '申し訳ありません。ご質問の答えがわかりませんでした。言い方を変えて聞いていただくか、窓口にお問い合わせください。';
  const next: Part = {
    kind: 'choices',
    prompt: 'マイナ保険証や資格確認書のことでしたら、こちらからも探せます。',
    choices: [MENU_CHOICE, DESK_CHOICE],
  };
  switch (known?.desk) {
    case 'none':
      return [text(reply), next];
    case 'call-center':
      return [text(reply), callCenterPart(knowledge), next];
    case 'insurer':
      return [text(reply), ...insurerDesks(knowledge, insurer), next];
    case undefined:
      return [text(reply), ...contactParts(knowledge, insurer), next];
  }
}

/** The insurer's desks, or the way to them. */
function insurerDesks(knowledge: Knowledge, insurer: string | undefined): readonly Part[] {
  if (insurer !== undefined) return contactParts(knowledge, insurer, 'all');
  return [
    { kind: 'choices', prompt: 'ご加入先を選ぶと、窓口をご案内します。', choices: insurerChoices(knowledge) },
  ];
}

/** What comes before everything else. Numbers: see `hotlines` in the knowledge base. */
export function safetyParts(concern: SafetyConcern): readonly Part[] {
  switch (concern) {
    case 'medical':
      return [
        {
          kind: 'notice',
          level: 'urgent',
          text: '命にかかわるかもしれません。すぐに119番へ電話して、救急車を呼んでください。迷うときは#7119(実施している地域)で相談できます。',
        },
        text('保険証のことは、あとで大丈夫です。落ち着いてから、またお尋ねください。'),
      ];
    case 'violence':
      return [
        {
          kind: 'notice',
          level: 'urgent',
          text: '危険を感じたら、すぐに110番へ電話してください。相談は#8008、または0120-279-889(24時間)で受けられます。あなたの安全がいちばん大切です。',
        },
      ];
    case 'self-harm':
      return [
        {
          kind: 'notice',
          level: 'urgent',
          text: 'とてもつらいお気持ちなのですね。命の危険があるときは、すぐに119番か110番へ電話してください。お話は、よりそいホットライン0120-279-338(24時間・無料)で聞いてもらえます。',
        },
      ];
    case 'my-number':
      return [
        {
          kind: 'notice',
          level: 'private',
          text: '12桁のマイナンバーのようです。ここには送らないでください。番号は読み取らず、保存もしていません。履歴が残る画面では、送った文を消してください。',
        },
        text('番号がなくてもお答えできます。知りたいことだけを書いてください。'),
      ];
  }
}
