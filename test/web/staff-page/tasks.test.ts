import { expect, test } from 'vitest';
import { aboutLinks } from '../../../bots/web/staff-page/tasks/model.ts';

const ABOUT = { about: [{ id: 'certificate-lost', title: '資格確認書をなくした' }] };

test('the entries of a task lead to the desk, and those who may propose to the editing', () => {
  expect(aboutLinks(ABOUT, ['readQueue', 'propose'])).toEqual([
    {
      title: '資格確認書をなくした',
      read: '../staff?entry=certificate-lost',
      edit: 'edit?entry=certificate-lost',
    },
  ]);
});

test('who may not propose is led to the desk alone', () => {
  expect(aboutLinks(ABOUT, ['readQueue']).map(({ edit }) => edit)).toEqual([undefined]);
});
