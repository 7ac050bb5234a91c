import { html, nothing, type TemplateResult } from 'lit';
import { duration } from '../times.ts';
import { barsView } from './bars.ts';
import {
  type FiguresClient,
  type Overview,
  type Period,
  type Row,
  shareInWords,
  staleInWords,
  type Table,
} from './model.ts';

const COLUMNS = [
  ['questions', '質問'],
  ['answered', '答えた'],
  ['offered', '候補を出した'],
  ['unknown', 'わからなかった'],
  ['helpful', '役に立った'],
  ['notHelpful', '立たなかった'],
] as const satisfies readonly (readonly [keyof Row, string])[];

/** Each figure for itself: nothing is added up to a rate of success. */
export function tilesView({ figures, helpfulShare, rightShare, timeToFix }: Overview): TemplateResult {
  const tile = (name: string, value: number | string, note = '') =>
    html`<div>
      <dt>${name}</dt>
      <dd><strong>${value}</strong>${note === '' ? nothing : html`<br />${note}`}</dd>
    </div>`;
  return html`<dl class="tiles">
    ${tile('質問', figures.questions)} ${tile('答えた', figures.answered, '正しかったとは限りません')}
    ${tile('候補を出した', figures.offered)} ${tile('わからなかった', figures.unknown)}
    ${tile('役に立った', figures.helpful, helpfulShare ? `押した人のうち${shareInWords(helpfulShare)}` : '')}
    ${tile('役に立たなかった', figures.notHelpful)} ${tile('危険の知らせに答えた', figures.safety)}
    ${tile('正しかった', rightShare ? `${Math.round(100 * rightShare.share)}%` : 'まだわかりません', rightShare ? `職員が確かめた分：${shareInWords(rightShare)}` : '毎週の確認をすると出ます')}
    ${tile('答えられるまで', timeToFix ? duration(timeToFix.median) : '―', timeToFix ? `半分の質問。9割は${duration(timeToFix.ninetieth)}以内(${timeToFix.of}件)` : '片づけた質問がまだありません')}
  </dl>`;
}

/** Topics that are asked about more than they used to be. */
export function risingView({ rising }: Overview): TemplateResult {
  return html`<section>
    <h2>増えている質問</h2>
    ${
      rising.length === 0
        ? html`<p>ふだんより目立って増えた項目はありません。</p>`
        : html`<ul>
            ${rising.map(
              ({ label, recent, expected }) =>
                html`<li>${label}：この7日で${recent}件(ふだんは${Math.round(expected)}件くらい)</li>`,
            )}
          </ul>`
    }
  </section>`;
}

/** The answers past their review date, or whose document is older than a year. */
export function staleView({ stale }: Overview): TemplateResult {
  return html`<section>
    <h2>見直す答え</h2>
    ${
      stale.length === 0
        ? html`<p>いま見直す答えはありません。</p>`
        : html`<details>
            <summary>${stale.length}項目</summary>
            <ul>
              ${stale.map((entry) => html`<li>${entry.title}：${staleInWords(entry)}</li>`)}
            </ul>
          </details>`
    }
  </section>`;
}

const TABLES: readonly (readonly [table: Table, heading: string, first: string])[] = [
  ['day', '日ごと', '日'],
  ['hour', '時刻ごと', '時'],
  ['entry', '項目ごと', '項目'],
  ['channel', '経路ごと', '経路'],
  ['insurer', '加入先ごと', '加入先'],
];

/** Every table, days and hours with a picture. */
export function tablesView({ by }: Overview, period: Period, client: FiguresClient): TemplateResult {
  return html`${TABLES.map(([table, heading, first]) => {
    const rows = by[table];
    const isTime = table === 'day' || table === 'hour';
    return html`<section>
      <h2>${heading}</h2>
      ${isTime && rows.length > 0 ? barsView(rows, heading) : nothing}
      ${rows.length === 0 ? html`<p>この期間の質問はありません。</p>` : tableView(rows, heading, first)}
      <p><a href=${client.csv(period, table)} download>${heading}の表をCSVで保存する</a></p>
    </section>`;
  })}`;
}

function tableView(rows: readonly Row[], heading: string, first: string): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${`${heading}の表`}>
    <table>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${COLUMNS.map(([, name]) => html`<th scope="col" class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${row.label}</th>
            ${COLUMNS.map(([name]) => html`<td class="number">${row[name]}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
