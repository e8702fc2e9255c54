import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAccepted, readBaseline } from '#core/catalog/read-accepted';
import {
  countGone,
  toBaselineEntries,
  withoutAccepted,
  withoutBaseline,
} from '#core/lint/accepted';
import type { Diagnostic } from '#core/lint/diagnostic';
import { lintExample } from './lint-example.ts';

const path = 'guides/nurse.md';
const body = '# 題\n\n本文は**「重点」**です\n\n![](/static/img/ward.png)\n';
const images = ['/static/img/ward.png'];
const codesOf = (found: readonly Diagnostic[]): readonly string[] => found.map(({ code }) => code);

const entry = (found: readonly Diagnostic[], code: string) => ({
  path,
  code,
  text: found.find((one) => one.code === code)?.anchor ?? '',
  reason: '飾りの画像です',
  by: '編集部',
  at: '2026-11-25',
});

describe('allow.json', () => {
  it('[P5] leaves a finding out as long as its own text stays, whatever is edited around it', () => {
    const before = lintExample({ markdown: body, images }, undefined);
    expect(codesOf(before)).toEqual(['cjk-emphasis', 'image-alt']);
    const filter = withoutAccepted([entry(before, 'image-alt')]);

    const moved = `${body.replace('# 題', '# 題\n\n新しい段落です。')}\n終わりの段落\n`;
    const after = lintExample({ markdown: moved, images }, undefined, { acceptance: [filter] });
    const other = body.replace('ward', 'room');
    const changed = lintExample({ markdown: other, images: ['/static/img/room.png'] }, undefined, {
      acceptance: [filter],
    });

    expect(codesOf(after)).toEqual(['cjk-emphasis']);
    expect(codesOf(changed)).toEqual(['cjk-emphasis', 'image-alt']);
  });

  it('[P5] accepts nothing in another guide, and nothing without a reason', () => {
    const before = lintExample({ markdown: body, images }, undefined);
    const accepted = [{ ...entry(before, 'image-alt'), path: 'guides/other.md' }];
    expect(withoutAccepted(accepted)(before, path)).toEqual(before);

    const text = JSON.stringify({ accepted: [{ ...entry(before, 'image-alt'), reason: ' ' }] });
    const read = readAccepted(text);
    expect(read.accepted).toEqual([]);
    expect(read.diagnostics.map(({ severity, pointer }) => [severity, pointer])).toEqual([
      ['warning', '/accepted/0'],
    ]);
    expect(read.diagnostics[0]?.message.en).toContain('reason');
  });

  it('[P5] is a finding itself where it cannot be read', () => {
    expect(readAccepted('[').diagnostics[0]?.code).toBe('config-syntax');
    expect(readAccepted('[]').diagnostics[0]?.severity).toBe('error');
    expect(readBaseline('{"version":2}').diagnostics[0]?.severity).toBe('error');
  });

  it('[P5] knows a finding about the details by its value', () => {
    const markdown = '---json\n{ "slug": "nurse", "related_jobs": ["nobody_here"] }\n---\n# 題\n';
    const before = lintExample({ markdown }, undefined);
    const accept = withoutAccepted([entry(before, 'relation-dangling')]);
    const escaped = markdown.replace('"slug"', '"slug" ').replace('nobody', '\\u006eobody');
    const after = lintExample({ markdown: escaped }, undefined, { acceptance: [accept] });
    expect(codesOf(before)).toContain('relation-dangling');
    expect(codesOf(after)).not.toContain('relation-dangling');
  });
});

describe('baseline.json', () => {
  it('[P5] starts green, and shows one finding more of a kind', () => {
    const old = lintExample({ markdown: body, images }, undefined);
    const baseline = { [path]: toBaselineEntries(old) };
    const acceptance = [withoutBaseline(baseline)];

    expect(lintExample({ markdown: body, images }, undefined, { acceptance })).toEqual([]);
    const twice = `${body}\n\n本文は**「重点」**です\n`;
    expect(codesOf(lintExample({ markdown: twice, images }, undefined, { acceptance }))).toEqual([
      'cjk-emphasis',
    ]);
  });

  it('[P5] counts what is gone, so that it can only be made smaller by mending', () => {
    const old = lintExample({ markdown: body, images }, undefined);
    const entries = toBaselineEntries(old);
    expect(countGone(entries, old)).toBe(0);
    const mended = body.replace('![]', '![病棟]');
    expect(countGone(entries, lintExample({ markdown: mended, images }, undefined))).toBe(1);
  });

  it('[P5] hides exactly what it was made of, for any findings', () => {
    const finding = fc.record({
      code: fc.constantFrom('a', 'b'),
      anchor: fc.constantFrom('x', 'y'),
    });
    const make = (list: readonly { code: string; anchor: string }[]): Diagnostic[] =>
      list.map((one) => ({
        ...one,
        severity: 'warning',
        from: 0,
        to: 0,
        message: { ja: '', en: '' },
      }));
    fc.assert(
      fc.property(fc.array(finding), fc.array(finding), (old, added) => {
        const baseline = { [path]: toBaselineEntries(make(old)) };
        const left = withoutBaseline(baseline)(make([...old, ...added]), path);
        expect(left).toHaveLength(added.length);
        expect(countGone(baseline[path] ?? [], make(added)) <= old.length).toBe(true);
      }),
    );
  });
});
