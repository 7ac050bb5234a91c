import { readFile } from 'node:fs/promises';
import { DateQuestion } from '../chat.ts';
import { DATE_CASES } from '../dates.ts';
import { expect, test } from '../fixtures.ts';
import { places } from '../support/places.ts';

test.beforeEach(({ watch }) => {
  // Each step takes the place of the one before: that is the page itself, not a chat upon it.
  watch.holdsPageStill = false;
});

for (const { rule, topic, insurer, dates, expected, western, why } of DATE_CASES) {
  test(`${rule}: ${expected} (${why})`, async ({ resident, watch }) => {
    const { page } = resident;
    await resident.visit(`${places.bot}/calculator`);
    const calculator = page.locator('madoguchi-calculator');
    await resident.press(calculator.getByRole('button', { name: topic, exact: true }));
    const loaded = watch.sent.length;
    await resident.look('the insurer is asked for');
    await resident.press(calculator.getByRole('button', { name: new RegExp(`^${insurer}`) }));
    const question = new DateQuestion(calculator);
    for (const [place, given] of dates.entries()) {
      await resident.look(`date ${place + 1} is asked for`);
      await resident.give(question, given);
    }
    await expect(question.answer).toContainText(expected);
    await expect(question.answer).toContainText(western);
    await expect(question.timeline).toBeVisible();
    await resident.look('the date has been worked out');
    expect(watch.sent.slice(loaded), 'nothing is requested any more').toEqual([]);
    expect(page.url(), 'the address holds no date').toBe(`${places.bot}/calculator`);
  });
}

test('a link opens the question; its date goes into a calendar file and onto a slip', async ({
  resident,
}) => {
  const { page } = resident;
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await resident.visit(`${places.bot}/calculator?rule=tax-arrears&insurer=takasaki`);
  const question = new DateQuestion(page.locator('madoguchi-calculator'));
  await resident.give(question, DATE_CASES.find(({ rule }) => rule === 'tax-arrears')!.dates[0]!);
  await expect(question.answer).toContainText('令和8年12月25日');

  const download = page.waitForEvent('download');
  await resident.press(question.calendar);
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain('DTSTART;VALUE=DATE:20261225');
  expect(file, 'the date that was given is nobody’s business').not.toContain('20251225');

  await resident.press(question.slip);
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
  await page.emulateMedia({ media: 'print' });
  await expect(question.answer).toBeVisible();
  await expect(question.timeline).toBeVisible();
  await expect(question.slip).toBeHidden();
});

test('a link cannot carry a date', async ({ resident, watch }) => {
  const { page } = resident;
  await resident.visit(
    `${places.bot}/calculator?rule=certificate-validity&insurer=takasaki&birthDate=1956-11-02`,
  );
  const question = new DateQuestion(page.locator('madoguchi-calculator'));
  await expect(question.part('年')).toHaveValue('');
  expect(watch.sent.length).toBeGreaterThan(0);
});
