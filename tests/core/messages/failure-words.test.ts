import { expect, test } from 'vitest';
import type { FailureCode } from '../../../src-core/ipc/contract.ts';
import { failureText, failureWords } from '../../../src-core/messages/failure-words.ts';

// A code missing here does not compile, so none can be forgotten.
const codes: Record<FailureCode, true> = {
  internal: true,
  'bad-request': true,
  'no-workspace': true,
  'not-found': true,
  'folder-away': true,
  'not-allowed': true,
  'outside-workspace': true,
  'changed-on-disk': true,
  'already-exists': true,
  'name-refused': true,
  linked: true,
  'several-names': true,
  'disk-full': true,
  'too-large': true,
  'not-utf8': true,
  'half-character': true,
  io: true,
  'plan-outdated': true,
  'target-refused': true,
  'not-printed': true,
  cancelled: true,
};
const all = Object.keys(codes) as FailureCode[];

test.each(all)('%s says what happened and what is safe, in both languages', (code) => {
  const { what, safe } = failureWords(code);
  for (const words of [what, safe]) {
    expect(words.ja).toMatch(/。$/);
    expect(words.en).toMatch(/^[A-Z].*\.$/);
  }
});

test.each(all)('%s blames nobody and shouts at nobody', (code) => {
  const { ja, en } = failureText(code);
  expect(ja).not.toMatch(/[！!]|失敗/);
  expect(en).not.toMatch(/!|please|invalid|failed to/i);
});

test('[F49] the words for half a character name the line where it stands', () => {
  const { ja, en } = failureWords('half-character', '12').what;
  expect(ja).toContain('原稿の12行目');
  expect(en).toContain('line 12 of the manuscript');
});

test('the sentences stand without a gap in Japanese and with one in English', () => {
  const { ja, en } = failureText('already-exists');
  expect(ja).toBe(
    '同じ名前のファイルがもうあります。そのファイルはそのままです。別の名前にしてください。',
  );
  expect(en).toBe(
    'There is already a file with this name. That file is as it was. Choose another name.',
  );
});
