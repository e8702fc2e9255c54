import { expect, test } from 'vitest';
import { searchForms } from '#core/text/search-forms';

test.each([
  ['', []],
  ['  ', []],
  ['カンゴ', ['かんご']],
  ['ｸﾗｳﾄﾞ', ['くらうど']],
  ['Nurse', ['nurse']],
  ['kango', ['kango', 'かんご']],
  ['kangos', ['kangos', 'かんご']],
  ['a1', ['a1']],
] as const)('%j is looked for as %j', (query, forms) => {
  expect(searchForms(query)).toEqual(forms);
});
