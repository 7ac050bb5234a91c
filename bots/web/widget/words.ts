import type { TalkLanguage } from './talk/settings.ts';

/** What the shell says before the talk is there. */
export interface ShellWords {
  readonly lang: 'ja' | 'en';
  readonly ask: string;
  readonly heading: string;
  readonly close: string;
  readonly loading: string;
  readonly failed: string;
  /** Some browsers keep a failed script until the page is loaded anew. */
  readonly failedAgain: string;
  readonly retry: string;
  readonly reload: string;
}

export const WORDS: Readonly<Record<TalkLanguage, ShellWords>> = {
  ja: {
    lang: 'ja',
    ask: '質問する',
    heading: 'マイナ保険証 質問窓口',
    close: '閉じる',
    loading: '読み込んでいます',
    failed: '質問窓口を読み込めませんでした。電波の状態をご確認のうえ、もう一度お試しください。',
    failedAgain: 'まだ読み込めません。このページを読み込み直すか、お電話でご加入先の窓口におたずねください。',
    retry: 'もう一度読み込む',
    reload: 'このページを読み込み直す',
  },
  easy: {
    lang: 'ja',
    ask: '質問する',
    heading: 'マイナ保険証 質問窓口',
    close: '閉じる',
    loading: '準備しています。少し待ってください。',
    failed:
      '質問窓口を開くことができませんでした。インターネットにつながっていますか? もう一度やってみてください。',
    failedAgain: 'まだ開くことができません。このページをもう一度読みこむか、電話で聞いてください。',
    retry: 'もう一度やってみる',
    reload: 'このページをもう一度読みこむ',
  },
  en: {
    lang: 'en',
    ask: 'Ask a question',
    heading: 'Health insurance questions',
    close: 'Close',
    loading: 'Loading',
    failed: 'The chat could not be loaded. Please check your connection and try again.',
    failedAgain:
      'It still does not load. Please reload this page, or call the desk of your health insurance.',
    retry: 'Try again',
    reload: 'Reload this page',
  },
};
