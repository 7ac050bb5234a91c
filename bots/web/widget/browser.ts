/** All that the shell takes from the browser around it. */
export interface ChatPorts {
  /** The folder that widget.js was loaded from. */
  readonly base: URL;
  /** Loads and defines `<madoguchi-talk>`; rejects where it cannot be had. */
  loadTalk(): Promise<unknown>;
  /** Goes to another page, which takes the place of this one in the history. */
  leaveTo(url: string): void;
  reload(): void;
  /** Tells the author of the page what is wrong with it. */
  warn(sentence: string): void;
  /** Calls back when the page is at rest, unless the resident saves data. */
  whenIdle(callback: () => void): void;
}

/** How long a browser without `requestIdleCallback` is given to finish the page, in milliseconds. */
const REST_MS = 2000;

/** Of the Network Information API, which not every browser has. */
interface Thrifty {
  readonly connection?: { readonly saveData?: boolean };
}

/** The browser's own; `base` is the folder that widget.js was loaded from. */
export function browserPorts(base: URL): ChatPorts {
  return {
    base,
    loadTalk: () => import('./talk/define.ts'),
    leaveTo: (url) => location.replace(url),
    reload: () => location.reload(),
    // biome-ignore lint/suspicious/noConsole: the author of the page looks there
    warn: (sentence) => console.warn(`[madoguchi-chat] ${sentence}`),
    whenIdle(callback) {
      if ((navigator as Thrifty).connection?.saveData === true) return;
      if ('requestIdleCallback' in window) requestIdleCallback(callback);
      else setTimeout(callback, REST_MS);
    },
  };
}
