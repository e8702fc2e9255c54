import { describe, expect, it } from 'vitest';
import { askForCompletion } from '../../../../src-renderer/editor/completion/completion.ts';
import { openManuscript } from './open-manuscript.ts';

const settle = (ms = 100): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const guide = (fields: string): string => `---json\n{\n${fields}\n}\n---\n# 題\n`;

async function accept(before: string, typed: string): Promise<string> {
  const manuscript = openManuscript(guide(before));
  manuscript.type(typed);
  await manuscript.accept();
  return manuscript.text().slice(10, -11);
}

describe('completion in the guide details', () => {
  it.each([
    ['  "related_jobs": ["|"]', 'nur', '  "related_jobs": ["nurse|"]'],
    ['  "related_jobs": [|', '"つながり', '  "related_jobs": ["network_engineer"|'],
    [
      '  "related_jobs": [\n    "nurse",\n    |\n  ]',
      '"n',
      '  "related_jobs": [\n    "nurse",\n    "network_engineer"|\n  ]',
    ],
    ['  "category": "|",\n  "slug": "x"', '医療', '  "category": "medical-care|",\n  "slug": "x"'],
    ['  "tags": ["|"]', 'plus', '  "tags": ["C \\"plus\\"|"]'],
    ['  "keywords": ["年収", "|"]', '仕', '  "keywords": ["年収", "仕事内容|"]'],
    ['  "thumbnail": "|"', 'nurse', '  "thumbnail": "/static/img/nurse.png|"'],
  ])('in %j after %j gives %j', async (before, typed, after) => {
    expect(await accept(before, typed)).toBe(after);
  });

  it('leaves out what the list has, and the guide itself', async () => {
    const manuscript = openManuscript(guide('  "related_jobs": ["nurse", "|"]'));
    askForCompletion(manuscript.view);
    expect(await manuscript.labels()).toEqual(['Backend Engineer', 'Network Engineer']);
  });

  it('shows title and URL name of a guide, and how often a word is used', async () => {
    const related = openManuscript(guide('  "related_jobs": ["|"]'));
    related.type('ba');
    expect((await related.options())[0]).toMatchObject({
      label: 'Backend Engineer',
      detail: '見えない処理を支える設計の仕事',
      aside: 'backend_engineer',
    });
    const tags = openManuscript(guide('  "tags": ["|"]'));
    tags.type('ｸﾗ');
    expect((await tags.options())[0]).toMatchObject({ label: 'クラウド', aside: '2件で使用' });
  });

  it('replaces the whole value that the caret stands in', async () => {
    const manuscript = openManuscript(guide('  "related_jobs": ["nur|xyz", "backend_engineer"]'));
    askForCompletion(manuscript.view);
    await manuscript.accept();
    expect(manuscript.session.text()).toBe(
      guide('  "related_jobs": ["nurse", "backend_engineer"]'),
    );
    manuscript.session.undo();
    expect(manuscript.session.text()).toBe(
      guide('  "related_jobs": ["nurxyz", "backend_engineer"]'),
    );
  });

  it('asked for between brackets, a value comes with its quotes', async () => {
    const manuscript = openManuscript(guide('  "related_jobs": [|]'));
    askForCompletion(manuscript.view);
    await manuscript.accept();
    expect(manuscript.session.text()).toBe(guide('  "related_jobs": ["backend_engineer"]'));
  });

  it('offers nothing for a title, or in the name of a field', async () => {
    for (const before of ['  "title": "|"', '  "tags|": []']) {
      const manuscript = openManuscript(guide(before));
      manuscript.type('n');
      await settle(250);
      expect(manuscript.view.dom.querySelector('.cm-tooltip-autocomplete')).toBe(null);
    }
  });
});
