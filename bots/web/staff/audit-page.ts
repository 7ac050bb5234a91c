import type { AuditLine } from '../../../src/storage/index.ts';
import { type Html, html } from '../html.ts';

/** Lines on one page. */
export const AUDIT_LINES = 100;

/** What staff can do, in words; an action that is not here stands as it is. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'staff.sign-in': 'サインインした',
  'staff.sign-in-failed': 'サインインできなかった',
  'staff.sign-out-everywhere': 'すべての端末からサインアウトした',
  'staff.add': 'アカウントを作った',
  'staff.role': '権限を変えた',
  'staff.password': 'パスワードを変えた',
  'staff.remove': 'アカウントを消した',
  'staff.sign-out': 'サインインを終わらせた',
  'question.assign': '質問を項目に結び付けた',
  'question.dismiss': '質問を片づけた',
  'sample.judge': '答えが正しいかを確かめた',
  'answer.report': '古い・まちがいと知らせた',
  'task.close': '確かめることを済ませた',
  'proposal.add': '変更を提案した',
  'proposal.approve': '提案を承認して公開した',
  'proposal.return': '提案を返した',
  'proposal.withdraw': '提案を取り下げた',
  'version.publish': '版を公開した',
  'version.return': '前の版に戻した',
};

const WHY_WORDS: Readonly<Record<string, string>> = {
  locked: '続けてまちがえたため、止めている',
  'no-role': '権限のないアカウント',
};

/** The audit log as a table, the newest first; `hasMore` where older lines follow. */
export function auditTable(lines: readonly (AuditLine & { readonly id: number })[], hasMore: boolean): Html {
  if (lines.length === 0) return html`<p>記録はありません。</p>`;
  const rows = lines.map(
    ({ at, who, action, subject, why }) => html`
          <tr>
            <td>${timeInTokyo(at)}</td>
            <td>${who}</td>
            <td>${ACTION_WORDS[action] ?? action}</td>
            <td>${subject}</td>
            <td>${why === null ? undefined : (WHY_WORDS[why] ?? why)}</td>
          </tr>`,
  );
  return html`<div class="scroll" role="region" aria-label="記録の表" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">日時</th>
            <th scope="col">だれが</th>
            <th scope="col">したこと</th>
            <th scope="col">対象</th>
            <th scope="col">理由など</th>
          </tr>
        </thead>
        <tbody>${rows}
        </tbody>
      </table>
    </div>
    ${hasMore ? html`<p><a class="go" href="?before=${lines.at(-1)!.id}">これより前の記録</a></p>` : undefined}`;
}

/** As 2026-11-22 09:30:00, in Japan. */
function timeInTokyo(at: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Tokyo');
  return time.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
}
