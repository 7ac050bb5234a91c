import { describe, expect, it } from 'vitest';
import { renderReply } from '../../bots/line/render/index.ts';
import type { Choice, Part } from '../../src/reply/index.ts';
import { knowledge, play } from '../conversation/talk.ts';
import { actions, bare, readable, refusals } from './line-rules.ts';

const INSURERS = [undefined, ...Object.keys(knowledge.kb.insurers), 'other'];
const ENTRIES = Object.keys(knowledge.kb.entries);
const RENDERINGS = [{}, { publicUrl: 'https://kokuho.example.jp', insurer: 'takasaki' }, { isGroup: true }];

/** What a resident of an insurer can be told of an entry: asked at once, and told their insurer when asked for it. */
function repliesTo(entry: string, insurer: string | undefined) {
  if (insurer !== undefined)
    return [
      ...play(insurer, `[entry:${entry}]`),
      ...play(undefined, `[entry:${entry}]`, `[insurer:${insurer}]`),
    ];
  return play(undefined, `[entry:${entry}]`, '[skip-slot]');
}

const choicesOf = (part: Part): readonly Choice[] =>
  part.kind === 'choices' || part.kind === 'date-request' ? part.choices : [];

describe.each(INSURERS)('the answers for insurer %s', (insurer) => {
  it.each(ENTRIES)('%s: LINE takes it, and nothing of it is lost', (entry) => {
    for (const { reply } of repliesTo(entry, insurer)) {
      for (const rendering of RENDERINGS) {
        const messages = renderReply(reply, rendering);
        expect(refusals(messages)).toEqual([]);
        const shown = bare(readable(messages));
        const sent = actions(messages);
        for (const part of reply.parts) {
          if (part.kind === 'answer') {
            expect(shown).toContain(bare(part.title));
            expect(shown).toContain(bare(part.text));
            expect(shown).toContain(bare(part.asOfNote));
            for (const { title, section } of part.sources)
              expect(shown).toContain(bare(`${title}「${section}」`));
          }
          if (part.kind === 'text' || part.kind === 'notice') expect(shown).toContain(bare(part.text));
          if (part.kind === 'contact') {
            expect(shown).toContain(bare(part.name));
            expect(shown).toContain(bare(part.hours ?? ''));
            if (part.tel) expect(sent.map(({ uri }) => uri)).toContain(`tel:${part.tel.replaceAll('-', '')}`);
          }
          for (const { value } of choicesOf(part)) expect(sent.map(({ data }) => data)).toContain(value);
        }
      }
    }
  });
});

it.each([
  'はじめから',
  '担当に聞きたい',
  'メニュー',
  'こんにちは',
  'ごみの日は',
  '保険税はいくら',
  'なくした',
  '逃げていて解除もしたい',
])('「%s」: LINE takes what the bot says around the answers', (text) => {
  for (const insurer of INSURERS) {
    const messages = renderReply(play(insurer, text).at(-1)!.reply, {});
    expect(refusals(messages)).toEqual([]);
  }
});

it.each(Object.keys(knowledge.kb.categories))('category %s: every question can be chosen', (category) => {
  const { reply } = play('takasaki', `[category:${category}]`).at(-1)!;
  const messages = renderReply(reply, {});
  expect(refusals(messages)).toEqual([]);
  const sent = actions(messages).map(({ data }) => data);
  for (const { value } of reply.parts.flatMap(choicesOf)) expect(sent).toContain(value);
});

it('no title of an entry is cut short on its button', () => {
  const titles = ENTRIES.map((entry) => ({
    label: knowledge.kb.entries[entry]!.title,
    value: `entry:${entry}`,
  }));
  const parts: readonly Part[] = [{ kind: 'choices', prompt: 'どれですか。', choices: titles }];
  const labels = actions(renderReply({ parts }, {})).map(({ label }) => label);
  for (const { label } of titles) expect(labels).toContain(label);
});
