import { expect, it } from 'vitest';
import { createNewGuide } from '../../../src-core/catalog/new-guide.ts';
import { defaultGuideType } from '../../../src-core/catalog/default-guide-type.ts';
import { typeFromGuide } from '../../../src-core/catalog/type-from-guide.ts';

const other = { ...defaultGuideType, id: 'other', h1: '# {name}', sections: [] };
const from = (text: string, path = 'guides/nurse.md', types = [other, defaultGuideType]) =>
  typeFromGuide({ path, text, name: 'Nurse' }, types, 'gfm-cjk');

it('takes the chapters of a guide and none of its text', () => {
  const text = [
    '---json\n{"slug": "nurse"}\n---\n# [完全ガイド] Nurse: 看護師\n\n序文\n',
    '## 1️⃣ Nurseとは\n本文\n### 小見出し\n',
    '## 3️⃣ **主な**仕事内容\n- 一つ\n\n```\n## 見出しではない\n```\n',
    'まとめ\n---\n\n## 🏷️ #推奨タグ\n`#Nurse`\n',
  ].join('\n');
  const type = from(text);
  expect(type?.sections.map(({ heading, body }) => [heading, body])).toEqual([
    ['{keycap} {name}とは', ''],
    ['{keycap} **主な**仕事内容', ''],
    ['まとめ', ''],
    ['🏷️ #推奨タグ', ''],
  ]);
  expect([type?.id, type?.folder, type?.h1]).toEqual(['guide', 'guides', defaultGuideType.h1]);
});

it('the guide made of it has the new name and numbers in order', () => {
  const type = from('# Nurse\n## 1️⃣ Nurseとは\n## 5️⃣ 学び方\n## 🔟 まとめ\n', 'nurse.md');
  const answers = { name: 'Pilot', title: '空の仕事', slug: 'pilot', category: '' };
  const nothing = { bySlug: () => [], hasFile: () => false };
  const made = type && createNewGuide(type, answers, [], nothing);
  expect(made?.ok && made.path).toBe('pilot.md');
  expect(made?.ok && made.text.slice(made.text.indexOf('# '))).toBe(
    '# [完全ガイド] Pilot: 空の仕事\n\n---\n\n## 1️⃣ Pilotとは\n\n---\n\n## 2️⃣ 学び方\n\n---\n\n## 3️⃣ まとめ\n',
  );
});

it('chapters are the headings of the highest rank below the title', () => {
  expect(from('### a\n#### b\n### c\n')?.sections.map(({ heading }) => heading)).toEqual([
    'a',
    'c',
  ]);
  expect(from('本文だけ\n')?.sections).toEqual([]);
});

it('there is none where the folder has no guide type', () => {
  expect(from('## a\n', 'a.md', [])).toBeUndefined();
});
