import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type DetailsEdit, editDetails } from '#core/document/edit-details';
import { parseGuide } from '#core/document/parse-guide';
import { joinPointer, parsePointer, rangeOf, splitPointer } from '#core/document/pointer';
import { applyEdits, type TextEdit } from '#core/document/text-edit';
import { readLineEnds, restoreLineEnds } from '#core/text/line-ends';
import { matches, modelEdit, readSpelled } from '../../support/edit-model.ts';
import { type GeneratedGuide, generatedGuide } from '../../support/generated-guide.ts';
import { compact, plain, type Spelled, spelledValue } from '../../support/spelled-json.ts';

const kinds = new Map<string, number>();
const shares = { cases: 0, edits: 0, nested: 0, crlf: 0, nonBmp: 0, escaped: 0 };

function count({ data, eol, text }: GeneratedGuide): void {
  const json = compact(data);
  const values = [...(data.kind === 'object' ? data.fields.values() : [])];
  shares.cases += 1;
  shares.nested += values.some(({ value }) => /^[[{].*[[{]/s.test(compact(value))) ? 1 : 0;
  shares.crlf += eol === '\r\n' || (eol === 'mixed' && text.includes('\r\n')) ? 1 : 0;
  shares.nonBmp += /[\u{10000}-\u{10ffff}]|\\ud[89ab]/iu.test(json) ? 1 : 0;
  shares.escaped += json.includes('\\') ? 1 : 0;
}

afterAll(() => {
  const { cases, edits, ...rest } = shares;
  const parts = Object.entries(rest).map(
    ([name, n]) => `${name} ${Math.round((100 * n) / cases)} %`,
  );
  console.log(`generated guides: ${cases} with ${edits} edits; ${parts.join(', ')}`);
});

/** Numbers that decide what an edit is about, and a value for it. */
interface Draw {
  readonly kind: number;
  readonly target: number;
  readonly index: number;
  readonly to: number;
  readonly name: string;
  readonly value: Spelled;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.nat(10),
  target: fc.nat(999),
  index: fc.nat(99),
  to: fc.nat(99),
  name: fc.constantFrom('title', 'new', 'タグ', 'a/b~', '', '𠮷'),
  value: spelledValue,
});

function* places(value: Spelled, pointer = ''): Generator<[string, Spelled]> {
  yield [pointer, value];
  if (value.kind === 'list') {
    for (const [i, item] of value.items.entries()) yield* places(item, joinPointer(pointer, i));
  } else if (value.kind === 'object') {
    for (const [name, field] of value.fields)
      yield* places(field.value, joinPointer(pointer, name));
  }
}

const isFinite = (value: Spelled): boolean => !compact(value).includes('1e999');

/** An edit that makes sense for the details as they are. */
function toEdit(
  data: Spelled,
  { kind, target, index, to, name, value }: Draw,
): [DetailsEdit, Spelled] {
  const all = [...places(data)];
  const pick = <T>(list: readonly T[]): T | undefined => list[target % Math.max(1, list.length)];
  const [pointer, old] = pick(all.slice(1)) ?? [];
  const lists = all.flatMap(([at, one]) => (one.kind === 'list' ? [{ at, items: one.items }] : []));
  const list = pick(lists);
  const objects = all.filter(([, one]) => one.kind === 'object');
  const length = list?.items.length ?? 0;
  if (pointer !== undefined && old) {
    const json = compact(value);
    if (kind === 0 && isFinite(value))
      return [{ kind: 'set', pointer, value: plain(value) }, value];
    if (kind <= 1) return [{ kind: 'set-json', pointer, json }, value];
    if (kind === 2) return [{ kind: 'unset', pointer }, value];
    if (kind === 3 && isFinite(old)) return [{ kind: 'set', pointer, value: plain(old) }, old];
    if (kind === 3) return [{ kind: 'set-json', pointer, json: compact(old) }, old];
  }
  if (list && isFinite(value)) {
    const at = list.at;
    const item = index % Math.max(1, length);
    if (kind === 4) {
      return [
        { kind: 'insert-item', pointer: at, index: index % (length + 1), value: plain(value) },
        value,
      ];
    }
    if (kind === 5)
      return [
        { kind: 'set', pointer: `${at}/-`, value: plain(value) },
        { kind: 'any', value: plain(value) },
      ];
    if (kind === 6 && length > 0) return [{ kind: 'copy-item', pointer: at, index: item }, value];
    if (kind === 7 && length > 0) return [{ kind: 'remove-item', pointer: at, index: item }, value];
    if (kind === 8 && length > 0) {
      return [{ kind: 'move-item', pointer: at, from: item, to: to % length }, value];
    }
  }
  const [parent = ''] = pick(objects) ?? [];
  const inside = joinPointer(parent, name);
  const present = all.find(([at]) => at === inside)?.[1];
  if (kind === 9 && !present && isFinite(value)) {
    return [
      { kind: 'set', pointer: inside, value: plain(value) },
      { kind: 'any', value: plain(value) },
    ];
  }
  return [{ kind: 'set-json', pointer: inside, json: compact(value) }, value];
}

/** Where an edit may change the text: the value, or the container that gains, loses or moves a child. */
function spanOf(
  text: string,
  { pointer, kind }: DetailsEdit,
): { from: number; to: number } | undefined {
  const parsed = parseGuide(text);
  const own = kind === 'unset' ? undefined : rangeOf(parsed, pointer);
  return own ?? rangeOf(parsed, splitPointer(pointer)?.parent ?? '');
}

const breaks = (text: string): string[] => text.match(/\r\n|\r|\n/g) ?? [];
const order = ['c', 'タグ', 'new', 'a', 'title', 'tags'];

/** Makes one edit, proves it against the model, and gives the text after it with the way back. */
function proveEdit(
  guide: GeneratedGuide,
  text: string,
  draws: Draw,
): readonly [string, TextEdit[]] {
  const { root } = parseGuide(text);
  if (!root) throw new Error('the details cannot be read');
  const data = readSpelled(text, root);
  const [edit, given] = toEdit(data, draws);
  const result = editDetails(text, edit, { orderAt: () => order });
  if (!result.ok) throw new Error(`${edit.kind} ${edit.pointer}: ${result.reason.en}`);
  const after = applyEdits(text, result.edits);
  const parsed = parseGuide(after);
  if (!parsed.root) throw new Error('the details cannot be read after the edit');

  const expected = modelEdit(data, edit, parsePointer(edit.pointer) ?? [], given);
  if (!matches(expected, after, parsed.root))
    throw new Error(`${JSON.stringify(edit)} gave ${after}`);
  const span = spanOf(text, edit);
  const [change] = result.edits;
  if (change && span) {
    expect(change.from).toBeGreaterThanOrEqual(span.from);
    expect(change.to).toBeLessThanOrEqual(span.to);
  }
  if (change && span) {
    // New lines end as those around them do, whatever the rest of the file has.
    const line = text.slice(0, span.from).replace(/(?:\r\n|\r|\n)[^\r\n]*$/, '').length;
    const around = breaks(text.slice(line, span.to));
    expect(around).toEqual(expect.arrayContaining(breaks(change.insert)));
  }
  expect(after.endsWith(guide.body)).toBe(true);
  if (guide.eol !== 'mixed') expect(breaks(after).every((end) => end === guide.eol)).toBe(true);
  if (!guide.airy) {
    const block = after.slice(parsed.parts.blockFrom, parsed.parts.blockTo);
    expect(block.replaceAll('\r\n', '\n')).not.toMatch(/[\r\n][ \t]*[\r\n]/);
  }
  // The same once more is no edit, but for what adds or takes out each time.
  if (edit.kind.startsWith('set') && !edit.pointer.endsWith('/-')) {
    expect(editDetails(after, edit)).toEqual({ ok: true, edits: [] });
  }
  const back = result.edits.map(({ from, to, insert }) => ({
    from,
    to: from + insert.length,
    insert: text.slice(from, to),
  }));
  shares.edits += 1;
  kinds.set(edit.kind, (kinds.get(edit.kind) ?? 0) + 1);
  return [after, back];
}

// In four parts, so that none comes near the time limit on a busy machine.
test.each([1, 2, 3, 4])(
  '[P1] edits of all kinds, one after the other, change only what they are about, and can be taken back (%i of 4)',
  () => {
    fc.assert(
      fc.property(
        generatedGuide,
        fc.array(draw, { minLength: 1, maxLength: 4 }),
        (guide, draws) => {
          count(guide);
          const history: (readonly [string, TextEdit[]])[] = [];
          let { text } = guide;
          for (const one of draws) {
            const [after, back] = proveEdit(guide, text, one);
            history.push([text, back]);
            text = after;
          }
          for (const [before, back] of history.toReversed()) {
            text = applyEdits(text, back);
            expect(text).toBe(before);
          }
        },
      ),
      { numRuns: 1500 },
    );
  },
);

test('every kind of edit was among them', () => {
  expect([...kinds.keys()].toSorted()).toEqual([
    'copy-item',
    'insert-item',
    'move-item',
    'remove-item',
    'set',
    'set-json',
    'unset',
  ]);
});

test('[P1] reading changes nothing: every generated guide is read as it was meant and comes out as it was', () => {
  fc.assert(
    fc.property(generatedGuide, (guide) => {
      count(guide);
      const { text, data, body } = guide;
      const { parts, root, diagnostics, editable, text: kept } = parseGuide(text);
      expect([kept, diagnostics, editable]).toEqual([text, [], true]);
      expect(root && matches(data, text, root)).toBe(true);
      expect(text.slice(0, parts.bodyFrom) + text.slice(parts.bodyFrom)).toBe(text);
      expect(body.endsWith(text.slice(parts.bodyFrom))).toBe(true);
      const { text: plainText, dominant, exceptions } = readLineEnds(text);
      expect(restoreLineEnds(plainText, dominant, exceptions)).toBe(text);
    }),
    { numRuns: 5000 },
  );
});
