import { describe, expect, it } from 'vitest';
import { duplicateGuide } from '../../../src-core/catalog/duplicate-guide.ts';
import type { ExistingGuides } from '../../../src-core/catalog/new-guide.ts';

const nothing: ExistingGuides = { bySlug: () => [], hasFile: () => false };
const answers = { name: 'Night Nurse', title: '夜を守る仕事', slug: 'night_nurse' };
const details = (lines: string, end = '\n') => `---json${end}{${end}${lines}${end}}${end}---${end}`;
const copy = (text: string, values = {}, existing = nothing, name = 'Nurse') =>
  duplicateGuide({ path: 'guides/nurse.md', text, name }, { ...answers, ...values }, [], existing);

describe('a copy of a guide', () => {
  it('[P1] has other names, and every other byte of the original, its layout included', () => {
    const text =
      details(
        '\t"slug" :"nurse","title":  "看護\\u5e2b", "keywords": ["nurse"],\r\n' +
          '  "thumbnail": "/static/img/nurse.png",\r\n' +
          '"hero_image":"/static/img/nurse_hero.png", "related_jobs": [ "nurse_aide" ]',
        '\r\n',
      ) + '# [完全ガイド] Nurse: 看護師\r\n\r\nNurse\rnurse  \n\n\n![](/static/img/nurse.png)';
    expect(copy(text)).toEqual({
      ok: true,
      path: 'guides/night_nurse.md',
      asWritten: false,
      text: text
        .replace('"nurse"', '"night_nurse"')
        .replace('看護\\u5e2b', '夜を守る仕事')
        .replace('img/nurse.png"', 'img/night_nurse.png"')
        .replace('img/nurse_hero', 'img/night_nurse_hero')
        .replace('] Nurse: 看護師', '] Night Nurse: 夜を守る仕事'),
    });
  });

  it('leaves images alone that are not named after the URL name', () => {
    const text = details(
      '"slug": "nurse", "thumbnail": "/static/img/nurses.png", "hero_image": "/static/nurse/a.png"',
    );
    const made = copy(text);
    expect(made.ok && made.text).toBe(text.replace('"nurse"', '"night_nurse"'));
  });

  it('a heading that says another name stays, and so does one that says no title', () => {
    const made = copy(`${details('"slug": "nurse"')}# 看護の話\n\n# Nurse\n`);
    expect(made.ok && made.text).toContain('---\n# 看護の話\n\n# Nurse\n');
    const plain = copy(`${details('"slug": "nurse"')}# Nurse\n`);
    expect(plain.ok && plain.text).toContain('---\n# Night Nurse\n');
  });

  it('adds no field that the original does not have', () => {
    const text = details('"tags": []');
    expect(copy(text)).toMatchObject({ ok: true, text, asWritten: false });
  });

  it.each(['---\nslug: nurse\n---\n# Nurse\n', details('"slug": "nurse",,'), '# Nurse\n'])(
    '[P1] details that cannot be edited come along as they are: %j',
    (text) => {
      expect(copy(text)).toEqual({
        ok: true,
        path: 'guides/night_nurse.md',
        text,
        asWritten: true,
      });
    },
  );

  it.each([
    [{ slug: '' }, 'slug', 'refused'],
    [{ slug: '../x' }, 'slug', 'refused'],
    [{ slug: 'nul' }, 'slug', 'refused'],
    [{ name: ' ' }, 'name', 'refused'],
    [{ name: 'a\nb' }, 'name', 'refused'],
    [{ title: 'a\nb' }, 'title', 'refused'],
  ])('[T22][T25] is refused for %j', (values, field, reason) => {
    expect(copy('# Nurse\n', values)).toMatchObject({ ok: false, field, reason });
  });

  it('[F21][F22] is refused where the URL name or the file is taken', () => {
    const taken = { bySlug: () => ['x.md'], hasFile: () => false };
    expect(copy('# x\n', {}, taken)).toMatchObject({ field: 'slug', reason: 'exists' });
    const there = { bySlug: () => [], hasFile: () => true };
    expect(copy('# x\n', {}, there)).toMatchObject({ field: 'slug', reason: 'exists' });
  });
});
