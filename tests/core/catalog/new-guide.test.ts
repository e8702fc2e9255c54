import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyStart } from '#core/catalog/body-record';
import { defaultGuideType } from '#core/catalog/default-guide-type';
import { createNewGuide, type ExistingGuides, writingStart } from '#core/catalog/new-guide';
import { readGuideType } from '#core/catalog/read-guide-type';
import { parseGuide } from '#core/document/parse-guide';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import { lintExample } from '../lint/lint-example.ts';

const fields = readFields(defaultGuideSchema);
const nothing: ExistingGuides = { bySlug: () => [], hasFile: () => false };
const answers = {
  name: 'Data Engineer',
  title: '使えるデータの通り道をつくる仕事',
  slug: 'data_engineer',
  category: 'ai-data',
};
const sampleType = readGuideType(
  readFileSync(new URL('../../../content/.shirube/types/job-guide.json', import.meta.url), 'utf8'),
  'job-guide',
).type;

describe.each([
  ['the default', defaultGuideType],
  ['the sample’s', sampleType ?? defaultGuideType],
])('a new guide of %s type', (_name, type) => {
  const made = createNewGuide(type, answers, fields, nothing);
  const text = made.ok ? made.text : '';

  it('[P5] has all fields in the order of their definitions', () => {
    const { data, diagnostics } = parseGuide(text);

    expect(diagnostics).toEqual([]);
    expect(Object.keys(data ?? {})).toEqual(fields.map(({ name }) => name));
    expect(data).toMatchObject({
      slug: 'data_engineer',
      title: answers.title,
      category: 'ai-data',
      thumbnail: '/static/img/data_engineer.png',
    });
  });

  it('[P5] has the H1 right after the guide details and eleven numbered chapters', () => {
    const body = text.slice(bodyStart(parseGuide(text)));

    expect(body.startsWith(`# [完全ガイド] Data Engineer: ${answers.title}\n\n---\n\n## 1️⃣ `)).toBe(
      true,
    );
    const chapters = [...body.matchAll(/^## (\S+)/gm)].map(([, mark]) => mark);
    expect(chapters).toEqual('1️⃣ 2️⃣ 3️⃣ 4️⃣ 5️⃣ 6️⃣ 7️⃣ 8️⃣ 9️⃣ 🔟 🏷️'.split(' '));
    expect(body).not.toMatch(/\{(?:name|title|slug|keycap)\}/);
  });

  it('[P5] has no findings but for what its author has still to fill in', () => {
    const findings = lintExample(
      {
        markdown: text,
        path: made.ok ? made.path : '',
        images: ['/static/img/data_engineer.png', '/static/img/data_engineer_hero.png'],
      },
      undefined,
    );

    expect([...new Set(findings.map(({ pointer }) => pointer))]).toEqual(['/meta_description']);
  });
});

describe('a new guide', () => {
  it.each([
    ['', 'Enter a URL name.'],
    ['Data-Engineer', 'lower-case'],
    ['../../.git/hooks/pre_commit', 'lower-case'],
    ['nul', 'Windows'],
    ['com1', 'Windows'],
    ['a'.repeat(101), 'lower-case'],
  ])('[T22] is refused the URL name “%s”', (slug, reason) => {
    const made = createNewGuide(defaultGuideType, { ...answers, slug }, fields, nothing);

    expect(made).toMatchObject({ ok: false, field: 'slug', reason: 'refused' });
    expect(made.ok ? '' : made.message.en).toContain(reason);
  });

  it('[P7] is refused the URL name of another guide, and the place of another file', () => {
    const taken = { ...nothing, bySlug: () => ['x.md'] };
    const there = { ...nothing, hasFile: (path: string) => path === 'data_engineer.md' };

    expect(createNewGuide(defaultGuideType, answers, fields, taken)).toMatchObject({
      reason: 'exists',
    });
    expect(createNewGuide(defaultGuideType, answers, fields, there)).toMatchObject({
      reason: 'exists',
    });
  });

  it('[T22] never lies outside the folder of its type, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(/^[a-z0-9_./]{0,12}$/), fc.string()),
        fc.string(),
        (slug, title) => {
          const made = createNewGuide(
            { ...defaultGuideType, folder: 'guides' },
            { ...answers, slug, title },
            fields,
            nothing,
          );
          expect(made.ok ? made.path : 'guides/none.md').toMatch(/^guides\/[a-z0-9_]+\.md$/);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('[P5] takes a title with places and quotes as it is', () => {
    const title = '「{slug}」と"{name}"\\';

    const made = createNewGuide(defaultGuideType, { ...answers, title }, fields, nothing);

    expect(parseGuide(made.ok ? made.text : '').data?.['title']).toBe(title);
  });
});

describe('where writing begins', () => {
  it.each([
    ['---json\n{}\n---\n# a\n\n---\n\n## b\n\n見本\n\n### c\n', '見本'],
    ['# a\n\n---\n\n## b\n\n---\n\n## c\n', ''],
    ['# a\n## b\n### c\n', ''],
    ['# a\n', ''],
  ])('in %j it is %j', (text, selected) => {
    const { from, to } = writingStart(text);
    expect(text.slice(from, to)).toBe(selected);
    if (selected === '') expect(from === text.length || text[from - 1] === '\n').toBe(true);
  });
});
