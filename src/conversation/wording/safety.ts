import type { SafetyConcern } from '../../intents/index.ts';
import type { Language } from '../state.ts';

/** What comes before everything else: the notice that is set apart, and a sentence that lets the rest wait. */
export interface SafetyWording {
  readonly notice: string;
  readonly after?: string;
}

/** Numbers: see `hotlines` in the knowledge base; Yorisoi Hotline's is that of its own site. */
export const SAFETY: Readonly<Record<Language, Readonly<Record<SafetyConcern, SafetyWording>>>> = {
  ja: {
    medical: {
      notice:
        '命にかかわるかもしれません。すぐに119番へ電話して、救急車を呼んでください。迷うときは#7119(実施している地域)で相談できます。',
      after: '保険証のことは、あとで大丈夫です。落ち着いてから、またお尋ねください。',
    },
    violence: {
      notice:
        '危険を感じたら、すぐに110番へ電話してください。相談は#8008、または0120-279-889(24時間)で受けられます。あなたの安全がいちばん大切です。',
    },
    'self-harm': {
      notice:
        'とてもつらいお気持ちなのですね。命の危険があるときは、すぐに119番か110番へ電話してください。お話は、よりそいホットライン0120-279-338(24時間・無料)で聞いてもらえます。',
    },
    'my-number': {
      notice:
        '12桁のマイナンバーのようです。ここには送らないでください。番号は読み取らず、保存もしていません。履歴が残る画面では、送った文を消してください。',
      after: '番号がなくてもお答えできます。知りたいことだけを書いてください。',
    },
  },
  en: {
    medical: {
      notice:
        'This may be life-threatening. Call 119 (ambulance) right away. If you are not sure, you can ask for advice at #7119 (in areas that offer it).',
      after: 'Your insurance card can wait. Please ask again when things have calmed down.',
    },
    violence: {
      notice:
        'If you are in danger, call 110 (police) right away. For advice, call #8008 (domestic violence helpline) or 0120-279-889 (24 hours). Your safety comes first.',
    },
    'self-harm': {
      notice:
        'You must be going through something very painful. If your life is in danger, call 119 (ambulance) or 110 (police) right away. At Yorisoi Hotline, 0120-279-338 (24 hours, free), somebody will listen to you.',
    },
    'my-number': {
      notice:
        'This looks like a 12-digit My Number. Please do not send it here. The number has not been read or saved. If your screen keeps a history, please delete the message.',
      after: 'You do not need the number to get an answer. Please write only what you would like to know.',
    },
  },
};
