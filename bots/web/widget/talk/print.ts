import { css } from 'lit';
import { talkStyles } from '../styles/talk.ts';

const slipStyles = css`
  :root {
    --primary: #000000;
    --text: #000000;
    --muted: #333333;
    --ground: #ffffff;
    --panel: #ffffff;
    --own: #f0f0f0;
    --error: #000000;
    --on-error: #ffffff;
    --caution: #000000;
    --caution-ground: #ffffff;

    color-scheme: light;
    font-size: 11pt;
    background: #ffffff;
  }

  body {
    margin: 0;
  }

  .log {
    display: block;
    overflow: visible;
    padding: 0;
  }

  .bubble {
    max-width: none;
    margin: 0 0 12px;
  }

  .for-print {
    display: block;
  }

  .card,
  .notice {
    break-inside: avoid;
  }

  .speaker {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
    font-weight: bold;
  }
`;

/** What can only be pressed or filled in, or says something about the screen. */
const ON_SCREEN_ONLY =
  'button, form, .asked, .feedback, .insurer, .waiting, .failure, .topics, .greeting, madoguchi-date-question';

/**
 * Prints a part of the page alone, as it looks but without controls; false where the browser cannot. Rejects nothing.
 *
 * A copy stands in a frame of its own, because the page around belongs to the city: its print styles would come with it, and
 * ours would have to hide it. The frame has no address, so no rule of the city's security policy on frames or inline styles
 * applies, and its style sheet is a constructed one, as the widget's are. A window of its own would do as well, but is
 * taken for an advertisement by pop-up blockers and stays behind on telephones.
 */
export function printAlone(content: Element, { title, lang }: PrintedPage): boolean {
  const root = content.getRootNode();
  const pressed = root instanceof ShadowRoot ? root.activeElement : null;
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  root.appendChild(frame);
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside) {
    frame.remove();
    return false;
  }
  try {
    const page = inside.document;
    page.documentElement.lang = lang;
    page.title = title;
    const rules = talkStyles.map(({ cssText }) => cssText.replaceAll(':host', ':root')).join('\n');
    const sheet = new inside.CSSStyleSheet();
    sheet.replaceSync(`${rules}\n${slipStyles.cssText}`);
    page.adoptedStyleSheets = [sheet];
    const heading = page.createElement('h1');
    heading.textContent = title;
    page.body.replaceChildren(heading, slipOf(content, page));
    // The dialog may stay open for as long as it takes.
    inside.addEventListener('afterprint', () =>
      setTimeout(() => {
        frame.remove();
        if (pressed instanceof HTMLElement) pressed.focus();
      }),
    );
    // Some browsers print what has the focus.
    inside.focus();
    inside.print();
    return true;
  } catch {
    frame.remove();
    return false;
  }
}

export interface PrintedPage {
  readonly title: string;
  readonly lang: string;
}

function slipOf(content: Element, page: Document): Element {
  const copy = page.importNode(content, true);
  for (const control of copy.querySelectorAll(ON_SCREEN_ONLY)) control.remove();
  for (const folded of copy.querySelectorAll('details')) folded.open = true;
  return copy;
}
