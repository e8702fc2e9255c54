import { describe, expect, it } from 'vitest';
import { bodyStart, nameFromHeading, nameFromStart } from '#core/catalog/body-record';
import { readGuideLink } from '#core/catalog/guide-link';
import { readGuideRecord } from '#core/catalog/guide-record';
import { parseGuide } from '#core/document/parse-guide';
import { readBody } from '#core/lint/body';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';

const fields = readFields(defaultGuideSchema);

function read(text: string, path = 'guides/nurse.md') {
  const parsed = parseGuide(text);
  return readGuideRecord(
    path,
    parsed,
    fields,
    readBody(text.slice(bodyStart(parsed)), 'gfm').record,
  );
}

describe('the record of a guide', () => {
  it('[P7] knows what the guide says of itself and where it names others', () => {
    const text =
      '\ufeff---json\r\n{ "slug": "nurse", "title": "題", "tags": ["医療"],\r\n  "related_jobs": ["a", "b"], "thumbnail": "/static/n.png" }\r\n---\r\n' +
      '# [完全ガイド] Nurse: 題\r\n\r\n![図](/static/%E5%9B%B3.png "題") [設計](/guides/ux/#top)\r\n';

    const found = read(text);

    expect(found).toMatchObject({
      kind: 'guide',
      name: 'Nurse',
      title: '題',
      slug: 'nurse',
      tags: ['医療'],
      thumbnail: '/static/n.png',
      terms: { tags: ['医療'] },
    });
    const quote = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);
    expect(found.relations.map(quote)).toEqual(['"a"', '"b"']);
    expect(found.relations.map(({ pointer }) => pointer)).toEqual([
      '/related_jobs/0',
      '/related_jobs/1',
    ]);
    expect(found.images.map(quote)).toEqual(['"/static/n.png"', '/static/%E5%9B%B3.png']);
    expect(found.images.map(({ value }) => value)).toEqual(['/static/n.png', '/static/図.png']);
    expect(found.links.map(quote)).toEqual(['/guides/ux/']);
  });

  it('[P7] is that of another document where there are no guide details', () => {
    expect(read('\ufeff本文だけ\n', 'docs/メモ.md')).toMatchObject({ kind: 'other', name: 'メモ' });
  });

  it('[P10] leaves out addresses of other sites', () => {
    expect(read('[a](https://example.com/guides/x/) ![b](//evil/x.png) [c](#d)\n').links).toEqual(
      [],
    );
  });

  it('[P10] takes an address that is no address as it stands', () => {
    expect(read('![a](/static/%E3%8.png)\n').images.map(({ value }) => value)).toEqual([
      '/static/%E3%8.png',
    ]);
  });

  it.each([
    ['[完全ガイド] Nurse: 人を支える仕事', 'Nurse'],
    ['[資格ガイド] AWS：入門', 'AWS'],
    ['[完全ガイド] Nurse', 'Nurse'],
    ['看護師', '看護師'],
  ])('[P7] reads the name in “%s”', (heading, name) => {
    expect(nameFromHeading(heading)).toBe(name);
    expect(nameFromStart(`\r\n# ${heading}\r\n\r\n本文\r\n`)).toBe(name);
  });

  it.each([
    ['/guides/nurse/', { kind: 'slug', slug: 'nurse' }],
    ['/guides/nurse.html', { kind: 'slug', slug: 'nurse' }],
    ['/guides/', undefined],
    ['/about/', undefined],
    ['./b.md', { kind: 'path', path: 'guides/b.md' }],
    ['../top.md', { kind: 'path', path: 'top.md' }],
    ['../../out.md', undefined],
  ])('[P7] reads the link %s', (address, link) => {
    expect(readGuideLink(address, 'guides/nurse.md')).toEqual(link);
  });
});

describe('values inside groups, rows and forms', () => {
  const guide = { type: 'string', 'x-relation': { field: 'code' } };
  const picture = {
    type: 'object',
    required: ['kind', 'src'],
    properties: {
      kind: { const: 'picture' },
      src: { type: 'string', 'x-site-path': { kind: 'image' } },
    },
  };
  const links = {
    type: 'object',
    required: ['kind', 'to'],
    properties: {
      kind: { const: 'links' },
      to: { type: 'array', items: guide },
      topic: { type: 'string', 'x-vocabulary': 'topic' },
    },
  };
  const deep = readFields({
    properties: {
      parent: guide,
      lead: { oneOf: [guide, { type: 'array', items: guide }] },
      gallery: { type: 'array', items: { type: 'string', 'x-site-path': { kind: 'image' } } },
      parts: {
        type: 'array',
        items: {
          type: 'object',
          properties: { rows: { type: 'array', items: { oneOf: [picture, links] } } },
        },
      },
    },
  });
  const text = `---json
{
  "code": "own",
  "parent": "p1",
  "lead": ["l1", "l2"],
  "gallery": ["/static/g.png"],
  "parts": [
    { "rows": [
      { "kind": "picture", "src": "/static/a.png", "to": ["no"] },
      { "kind": "links", "to": ["t1"], "topic": "医療", "src": "/static/no.png" }
    ] }
  ]
}
---
`;
  const found = readGuideRecord('a.md', parseGuide(text), deep, readBody('', 'gfm').record);
  const quoted = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);

  it('[P10] are relations, images and vocabulary of the guide, each at its place', () => {
    expect(found.relations.map(({ pointer, field }) => [pointer, field])).toEqual([
      ['/parent', 'code'],
      ['/lead/0', 'code'],
      ['/lead/1', 'code'],
      ['/parts/0/rows/1/to/0', 'code'],
    ]);
    expect(found.relations.map(quoted)).toEqual(['"p1"', '"l1"', '"l2"', '"t1"']);
    expect(found.images.map(({ pointer }) => pointer)).toEqual([
      '/gallery/0',
      '/parts/0/rows/0/src',
    ]);
    expect(found.choices.map(({ pointer, list }) => [pointer, list])).toEqual([
      ['/parts/0/rows/1/topic', 'topic'],
    ]);
    expect(found.terms).toEqual({ topic: ['医療'] });
  });

  it('[P10] make the field that deep relations name a key of the guide', () => {
    expect(found.keys).toMatchObject({ code: { value: 'own', pointer: '/code' } });
  });
});
