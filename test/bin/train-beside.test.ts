import { describe, expect, it } from 'vitest';
import { DICTIONARY, loadTrained, readKnowledge, readLabelled, understand } from '../../bin/assemble.ts';
import { trainerBeside } from '../../bin/train-beside.ts';
import { loadTokenizer } from '../../src/text/index.ts';

const { kb } = readKnowledge();
const tokenizer = loadTokenizer(DICTIONARY);
const train = trainerBeside(tokenizer);

describe('training beside answering', () => {
  it('gives what training here gives, while this thread goes on', async () => {
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    }, 1);
    const [beside, here] = await Promise.all([
      train(kb, new AbortController().signal),
      loadTrained(kb, tokenizer),
    ]);
    clearInterval(timer);
    expect(others).toBeGreaterThan(5);
    const [one, other] = [understand(beside).match, understand(here).match];
    const questions = readLabelled().filter((_, i) => i % 50 === 0);
    for (const { question } of questions) expect(one(question)).toEqual(other(question));
    expect(beside.suggest('ほけんしょ')).toEqual(here.suggest('ほけんしょ'));
    expect(beside.detectSafety('人が倒れています')).toBe(here.detectSafety('人が倒れています'));
  });

  it('ends where it is stopped', async () => {
    const stopping = new AbortController();
    const training = train(kb, stopping.signal);
    stopping.abort();
    await expect(training).rejects.toMatchObject({ name: 'AbortError' });
    await expect(train(kb, stopping.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails where the knowledge base cannot be trained on', async () => {
    const broken = { ...kb, entries: { broken: {} } } as unknown as typeof kb;
    await expect(train(broken, new AbortController().signal)).rejects.toThrow(TypeError);
  });
});
