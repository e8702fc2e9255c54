import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSchemas } from '#core/schema/check-schema';
import { readFields } from '#core/schema/read-fields';
import { compileValidator } from '#core/schema/validator';

test('whatever the files hold, there is a form or none, findings in place, and checks that do not throw', () => {
  const keyword = fc.constantFrom(
    ...[
      'type',
      'properties',
      'items',
      'prefixItems',
      '$ref',
      '$dynamicRef',
      '$id',
      '$anchor',
      '$defs',
    ],
    ...[
      'allOf',
      'oneOf',
      'anyOf',
      'not',
      'if',
      'then',
      'required',
      'enum',
      'const',
      'contains',
      'pattern',
    ],
    ...[
      'patternProperties',
      'additionalProperties',
      'dependentSchemas',
      'minContains',
      'format',
      'a',
      'x-width',
    ],
  );
  const leaf = fc.constantFrom(
    ...[
      'string',
      'object',
      'array',
      '#/$defs/a',
      '#',
      '#a',
      'b.json',
      'guide.json#/a',
      'a',
      '(',
      'date',
    ],
    ...[1, -1, null, true, false],
  );
  const schema = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(keyword, tie('any'), { maxKeys: 5 }),
    ),
  })).any;
  let compiled = 0;
  fc.assert(
    fc.property(fc.dictionary(keyword, schema), schema, fc.jsonValue(), (one, other, data) => {
      const texts = [JSON.stringify(one), JSON.stringify(other)];
      const { set, isPartial, findings } = checkSchemas([
        { name: 'guide.json', text: texts[0] ?? '' },
        { name: 'b.json', text: texts[1] ?? '' },
      ]);
      const longest = Math.max(...texts.map((text) => text.length));
      expect(
        findings.every(({ diagnostic: { from, to } }) => from >= 0 && from <= to && to <= longest),
      ).toBe(true);
      if (!set) return;
      expect(readFields(set.main.data, set.files)).toBeInstanceOf(Array);
      const validator = compileValidator(set, isPartial);
      if (!validator.ok) return;
      compiled += 1;
      expect(validator.validate({ a: data })).toBeInstanceOf(Array);
    }),
    { numRuns: 300 },
  );
  // A fuzz of nothing but refused definitions would prove little.
  expect(compiled).toBeGreaterThan(250);
});
