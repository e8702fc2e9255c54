import { describe, expect, test } from 'vitest';
import { readFields } from '#core/schema/read-fields';
import type { FieldEvidence } from '#core/schema/schema-proposal';
import {
  fieldDifferences,
  fieldRows,
  labelsOf,
  lineRange,
  namesOf,
  type TrialState,
  whyNotSave,
} from '../../../src-renderer/features/field-definitions/definitions-model.ts';
import {
  evidenceSentences,
  kindOf,
} from '../../../src-renderer/features/field-definitions/evidence-words.ts';

const found = (pointer: string, more: Partial<FieldEvidence> = {}): FieldEvidence => ({
  pointer,
  type: 'string',
  present: 3,
  of: 4,
  required: false,
  outliers: [],
  outlierCount: 0,
  ...more,
});

test('a field lies as deep as the groups and lists around it', () => {
  const pointers = ['/title', '/tags', '/tags/*', '/faq/*/question', '/faq/*/links/*/url', '/a~1b'];
  const rows = fieldRows(pointers.map((pointer) => found(pointer)));
  expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
    ['title', 0],
    ['tags', 0],
    ['', 1],
    ['question', 1],
    ['url', 2],
    ['a/b', 0],
  ]);
});

test('labels of fields within groups, lists and forms of a value are known by pointer', () => {
  const label = (ja: string) => ({ 'x-label': { ja, en: 'x' } });
  const labels = labelsOf(
    readFields({
      properties: {
        author: { type: 'object', properties: { name: { type: 'string', ...label('名前') } } },
        faq: {
          type: 'array',
          items: { type: 'object', properties: { q: { type: 'string', ...label('質問') } } },
        },
      },
    }),
  );
  expect([labels.get('/author/name')?.ja, labels.get('/faq/*/q')?.ja]).toEqual(['名前', '質問']);
});

describe('what differs between two texts of definitions', () => {
  const text = (properties: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ type: 'object', properties });
  const string = { type: 'string' };

  test('fields at any depth come and go', () => {
    const before = text({
      title: string,
      author: { type: 'object', properties: { name: string } },
    });
    const after = text({ title: string, author: { type: 'object', properties: { url: string } } });
    expect(fieldDifferences(before, after)).toEqual({
      added: ['/author/url'],
      removed: ['/author/name'],
    });
  });

  test('text that is no JSON yet has none', () => {
    expect(fieldDifferences(text({ title: string }), '{ "properties": ')).toBeUndefined();
  });

  test('a name is said without the places of list items', () => {
    expect(namesOf('/faq/*/question')).toEqual(['faq', 'question']);
  });
});

test('a line of the file is found by its number; beyond the end it is the last', () => {
  const text = 'a\nbcd\ne';
  expect(lineRange(text, 2)).toEqual({ from: 2, to: 5 });
  expect(lineRange(text, 99)).toEqual({ from: 6, to: 7 });
  expect(lineRange(text, 0)).toEqual({ from: 0, to: 1 });
});

test('definitions can be saved when exactly their text was tried, and is not what is there', () => {
  const trial = { ok: true, guides: 1, broken: [], mended: 0 } as const;
  const known: TrialState = { state: 'known', text: 'a', trial };
  const bad: TrialState = {
    state: 'known',
    text: 'a',
    trial: { ok: false, problem: { ja: 'x', en: 'x' } },
  };
  expect(whyNotSave('a', undefined, known)).toBeUndefined();
  expect(whyNotSave('a', 'a', known)).toBe('whySame');
  expect(whyNotSave('b', 'a', known)).toBe('whyWaiting');
  expect(whyNotSave('a', 'b', { state: 'stopped' })).toBe('whyWaiting');
  expect(whyNotSave('a', 'b', bad)).toBe('whyProblem');
});

describe('evidence in words', () => {
  test('a kind is what the value is for, before what it is in the file', () => {
    const kinds = [
      found('/a', { relation: { field: 'slug' } }),
      found('/a', { sitePath: { kind: 'image' } }),
      found('/a', { format: 'uri' }),
      found('/a', { format: 'hostname' }),
      found('/a', { type: 'array', items: 'string', vocabulary: { name: 'tags', terms: 24 } }),
      found('/a', { type: 'array' }),
      found('/a', { type: 'mixed' }),
    ].map((evidence) => Object.values(kindOf(evidence)).join(' '));
    expect(kinds).toEqual([
      'kindRelation',
      'kindImage',
      'kindUrl',
      'kindString',
      'kindListOf kindVocabulary',
      'kindArray',
      'kindMixed',
    ]);
  });

  test('each piece of evidence is one sentence', () => {
    const sentences = evidenceSentences(
      found('/tags/*', {
        vocabulary: { name: 'tags', terms: 24 },
        pattern: '^#',
        format: 'hostname',
        width: { min: 2, max: 8 },
        enum: Array.from({ length: 13 }, (_, index) => index),
      }),
    );
    expect(sentences.map(({ key }) => key)).toEqual([
      'presentInRows',
      'optional',
      'moreChoices',
      'vocabulary',
      'patternOther',
      'formatOther',
      'width',
    ]);
    expect(sentences.find(({ key }) => key === 'patternOther')?.code).toBe('^#');
    expect(sentences.find(({ key }) => key === 'moreChoices')?.names).toHaveLength(12);
  });
});
