import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createSpeller } from '../../../../src-renderer/editor/spelling/speller.ts';

const file = (name: string): string =>
  readFileSync(resolve('node_modules/dictionary-en', name), 'utf8');
const speller = createSpeller(file('index.aff'), file('index.dic'));

test('words of the dictionary, their forms and words of the trade are right', () => {
  for (const word of [
    'with',
    'Cloud',
    "engineer's",
    "don't",
    'KUBERNETES',
    'backend',
    'Webhooks',
  ]) {
    expect([word, speller.isRight(word)]).toEqual([word, true]);
  }
  for (const word of ['wiht', 'recieve', 'reliablity']) expect(speller.isRight(word)).toBe(false);
});

test('the likeliest word comes first: swapped letters before changed ones', () => {
  expect(speller.suggest('recieve')[0]).toBe('receive');
  expect(speller.suggest('reliablity')).toEqual(['reliability']);
  expect(speller.suggest('wiht')).toContain('with');
  expect(speller.suggest('wiht').length).toBeLessThanOrEqual(5);
});
