import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type DetailsEdit, editDetails } from '#core/document/edit-details';
import { isSameJson } from '#core/document/json-data';
import { parseGuide } from '#core/document/parse-guide';
import type { PlannedStep } from '#core/document/plan-step';
import { applyEdits, type TextEdit } from '#core/document/text-edit';

// Stands in for a bug: what the planner returns is spoilt on its way to the check.
const bug = vi.hoisted(() => ({ spoil: (planned: PlannedStep): PlannedStep => planned }));
vi.mock(import('#core/document/plan-step'), async (original) => {
  const { planStep, ...rest } = await original();
  return {
    ...rest,
    planStep: (...parameters) => {
      const planned = planStep(...parameters);
      return planned && bug.spoil(planned);
    },
  };
});

afterEach(() => {
  bug.spoil = (planned) => planned;
});

const json = '{\n  "a": 1.0,\n  "list": ["x", "y",  "z"],\n  "o": {"k" : "\\u3042"}\n}';
const text = `---json\n${json}\n---\n# Body\n`;
const at = (part: string): number => text.indexOf(part);
const whole = (insert: string): TextEdit => ({ from: at('{'), to: at('\n---\n'), insert });

const set: DetailsEdit = { kind: 'set', pointer: '/o/k', value: 'い' };
const insert: DetailsEdit = { kind: 'insert-item', pointer: '/list', index: 1, value: 'new' };
const remove: DetailsEdit = { kind: 'remove-item', pointer: '/list', index: 1 };
const move: DetailsEdit = { kind: 'move-item', pointer: '/list', from: 0, to: 1 };
const copy: DetailsEdit = { kind: 'copy-item', pointer: '/list', index: 0 };
const spelled: DetailsEdit = { kind: 'set-json', pointer: '/a', json: '9007199254740993' };

describe('[P1] an edit that would do anything else is refused, and the file stays', () => {
  test.each<[string, DetailsEdit, TextEdit]>([
    ['another value', set, { from: at('"\\u3042"'), to: at('}\n}'), insert: '"う"' }],
    ['another field', set, { from: at('1.0'), to: at('1.0') + 3, insert: '2' }],
    ['the spelling of another', set, { from: at('1.0'), to: at('1.0') + 3, insert: '1' }],
    ['a name', set, { from: at('"k"'), to: at('}\n}'), insert: '"j" : "い"' }],
    ['the blanks of another', set, { from: at('"k"'), to: at('}\n}'), insert: '"k": "い"' }],
    ['the layout of all', set, whole(json.replace('\\u3042', 'い').replaceAll('  ', '    '))],
    ['the fence', set, { from: 3, to: 7, insert: 'json ' }],
    ['the body', set, { from: at('# Body'), to: at('# Body') + 1, insert: '##' }],
    ['a fence within', set, { from: at('"\\u3042"'), to: at('}\n}'), insert: '"い"}\n}\n---\n{' }],
    ['broken JSON', set, { from: at('"\\u3042"'), to: at('}\n}'), insert: '"い' }],
    ['nothing', set, { from: at('"k"'), to: at('"k"'), insert: '' }],
    ['the item at another place', insert, { from: at('"z"'), to: at('"z"'), insert: '"new", ' }],
    ['another item', insert, { from: at('"y"'), to: at('"y"'), insert: '"old", ' }],
    ['an item in place of one', insert, { from: at('"y"'), to: at('"y"') + 3, insert: '"new"' }],
    ['blanks beside the item', insert, { from: at('"y"') - 1, to: at('"y"'), insert: '"new", ' }],
    ['two items less', remove, { from: at('"y"'), to: at(']'), insert: '' }],
    ['blanks of the next', remove, { from: at('"y"'), to: at('"z"') + 3, insert: ' "z"' }],
    ['a respelt neighbour', remove, { from: at('"x"'), to: at('"z"'), insert: '"\\u0078", ' }],
    ['gaps moved along', move, { from: at('"x"'), to: at('"y"') + 3, insert: '"y",  "x"' }],
    ['the wrong item moved', move, { from: at('"y"'), to: at('"z"') + 3, insert: '"z",  "y"' }],
    ['a copy respelt', copy, { from: at('"y"'), to: at('"y"'), insert: '"\\u0078", ' }],
    [
      'a number rounded',
      spelled,
      { from: at('1.0'), to: at('1.0') + 3, insert: '9007199254740992' },
    ],
  ])('%s', (_name, edit, planted) => {
    bug.spoil = (planned) => ({ ...planned, edit: planted });
    const result = editDetails(text, edit);
    expect(result).toMatchObject({
      ok: false,
      reason: {
        ja: 'ほかの項目に影響するため、変えませんでした。原稿で変えてください。',
        en: 'Other fields would have changed, so nothing was done. Change it in the manuscript.',
      },
    });
  });
});

test('the same edits, not spoilt, are made', () => {
  for (const edit of [set, insert, remove, move, copy, spelled]) {
    expect(editDetails(text, edit)).toMatchObject({ ok: true, edits: [expect.anything()] });
  }
});

test('[P1] whatever a bug makes of an edit, all that is let through is what was meant', () => {
  const edits = fc.constantFrom(set, insert, remove, move, copy);
  const pieces = fc.constantFrom(
    '',
    '"',
    ',',
    ' ',
    '\n',
    '}',
    '0',
    '"x"',
    '"x", ',
    '\\',
    '---',
    '\n---\n',
  );
  const nudge = fc.integer({ min: -4, max: 4 });
  let refused = 0;
  fc.assert(
    fc.property(edits, nudge, nudge, pieces, fc.nat(12), (edit, from, to, piece, place) => {
      bug.spoil = (planned) => {
        const { edit: right } = planned;
        const spoilt = right.insert.slice(0, place) + piece + right.insert.slice(place);
        const start = Math.max(0, right.from + from);
        return {
          ...planned,
          edit: { from: start, to: Math.max(start, right.to + to), insert: spoilt },
        };
      };
      const result = editDetails(text, edit);
      if (!result.ok) {
        refused += 1;
        return;
      }
      const after = applyEdits(text, result.edits);
      bug.spoil = (planned) => planned;
      const right = editDetails(text, edit);
      const meant = right.ok ? applyEdits(text, right.edits) : '';
      expect(isSameJson(parseGuide(after).data, parseGuide(meant).data)).toBe(true);
      // Only blanks where the new value goes may differ from what was meant.
      expect(after.replaceAll(/\s/g, '')).toBe(meant.replaceAll(/\s/g, ''));
      expect(after.startsWith('---json\n{\n  "a": 1.0,\n  "list": [')).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(500);
});
