import { adoptStyles, type CSSResult, css, render, type TemplateResult } from 'lit';

const TAG = 'madoguchi-slip';
/** On paper the page around is left out, and on the screen the slip is. */
const PAGE = css`
  madoguchi-slip {
    display: none !important;
  }

  @media print {
    body > * {
      display: none !important;
    }

    body > madoguchi-slip {
      display: block !important;
    }
  }
`;

/**
 * Prints a slip instead of the page around it, which belongs to somebody else. It stands beside the page's own elements only
 * while it is printed.
 */
export function printSlip(slip: TemplateResult, styles: readonly CSSResult[], print: () => void): void {
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [...styles]);
  render(slip, root);
  const page = PAGE.styleSheet!;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  document.body.append(host);
  const remove = () => {
    host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
  };
  addEventListener('afterprint', remove, { once: true });
  print();
}
