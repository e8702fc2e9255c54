import { describe, expect, it } from 'vitest';
import { allRules } from '#core/lint/all-rules';
import { maxBodyLength, refuseBody } from '#core/lint/body-limits';
import { defineRule } from '#core/lint/rule';
import { nearestName } from '#core/lint/nearest-name';
import { lintExample } from './lint-example.ts';

const throwing = defineRule({
  id: 'throwing',
  reads: 'body',
  description: { ja: '投げる', en: 'Throws' },
  rationale: { ja: '', en: '' },
  defaultSeverity: 'hint',
  messages: { ja: {}, en: {} },
  examples: [],
  check: () => {
    throw new Error('the text of a guide');
  },
});

const codes = (markdown: string, settings = {}): readonly string[] =>
  lintExample({ markdown }, undefined, settings).map(({ code }) => code);

describe('lint', () => {
  it('[P5] goes on after a rule that throws, and says which one it was', () => {
    const errors: string[] = [];

    const findings = lintExample({ markdown: '## 2️⃣ 仕事\n\n本文\n' }, [throwing, ...allRules], {
      onError: (rule) => errors.push(rule),
    });

    expect(findings.map(({ code }) => code)).toEqual(['internal-error', 'section-numbering']);
    expect(findings[0]?.message.ja).toContain('throwing');
    expect(JSON.stringify(findings)).not.toContain('the text of a guide');
    expect(errors).toEqual(['throwing']);
  });

  it('[P5] follows the severities of the workspace, by code before family', () => {
    const markdown = '---json\n{ "slug": "nurse" }\n---\n';
    const severities = {
      schema: 'hint',
      'schema-required': 'information',
      'heading-increment': 'off',
    };

    const found = lintExample({ markdown: `${markdown}# 題\n\n#### 見出し\n\n本文\n` }, undefined, {
      severities,
    } as never);

    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['information']));
    expect(found.map(({ code }) => code)).not.toContain('heading-increment');
  });

  it('[P5] gives findings in the order of the text, each once', () => {
    const findings = lintExample(
      {
        markdown: '---json\n{ "slug": "x", "related_jobs": ["q_q"] }\n---\n### 深い\n\n## 3️⃣ 章\n',
      },
      undefined,
    );

    const places = findings.map(({ from }) => from);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(findings.map((f) => `${f.code} ${f.from} ${f.pointer}`)).size).toBe(
      findings.length,
    );
  });

  it('[P5] passes findings through the filters of the workspace in order', () => {
    const filters = [
      (all: readonly { code: string }[]) => all.filter(({ code }) => code !== 'section-numbering'),
    ];
    expect(codes('## 2️⃣ 章\n\n#### 深い\n\n本文\n', { filters })).toEqual(['heading-increment']);
  });

  it('[P5] takes the bracketed opening of the H1 as text', () => {
    expect(codes('# [完全ガイド] Nurse: 題\n\n本文\n')).toEqual([]);
  });

  it('[T26] says that a program is not read, and nothing about its fields', () => {
    expect(codes('---js\nglobalThis.__pwn = 1\n---\n# 本文\n')).toEqual(['front-matter-refused']);
    expect((globalThis as Record<string, unknown>)['__pwn']).toBeUndefined();
  });

  it('[T29] says where a hostile name is', () => {
    const markdown = '---json\n{ "slug": "nurse", "__proto__": { "x": 1 } }\n---\n';
    expect(codes(markdown)).toContain('json-hostile-key');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('[P5] says nothing of missing fields where the guide details cannot be read', () => {
    expect(codes('---json\n{ "slug": "nurse" "title": "a" }\n---\n')).toEqual(['json-syntax']);
  });
});

describe('a hostile body', () => {
  const size = 100_000;
  const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length));

  it.each([
    ['nested lists', '- '.repeat(1_113)],
    ['nested quotes', '> '.repeat(1_500)],
    ['nested numbers', '1. '.repeat(1_000)],
    ['indented lists', Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['a quote in every column', fill('>')],
  ])('[T31] of %s is not parsed, and the finding says that it is too deep', (_name, text) => {
    expect(refuseBody(text)?.reason).toBe('too-deep');
    expect(codes(text)).toEqual(['too-deep']);
  });

  it.each([
    ['closing brackets', fill(']')],
    ['opening brackets', fill('[')],
    ['mixed emphasis', fill('*a_')],
    ['emphasis over lines', fill('*a\n_b\n')],
    ['quoted emphasis over lines', fill('> *a_\n')],
  ])('[T31] of %s is not parsed, since that could take minutes', (_name, text) => {
    expect(refuseBody(text)?.reason).toBe('too-dense');
    expect(codes(text)).toEqual(['too-deep']);
  });

  it('[T31] longer than any guide is not parsed', () => {
    expect(refuseBody('あ'.repeat(maxBodyLength + 1))?.reason).toBe('too-large');
  });

  it.each([
    ['a table with bold text', '| a | b |\n| - | - |\n' + '| **項目:** | 値 |\n'.repeat(1_000)],
    ['a long list of labels', '*   **詳細:** 手順\n'.repeat(5_000)],
    ['code with deep indentation', `\`\`\`\n${' '.repeat(600)}return;\n\`\`\`\n`],
    ['a rule of dashes', `${'-'.repeat(500)}\n`],
    ['Japanese without a break', 'あ'.repeat(size)],
  ])('[T31] that only looks so is parsed: %s', (_name, text) => {
    expect(refuseBody(text)).toBeUndefined();
  });

  it.each([
    ['broken pairs', fill('**「a」**の\n\n')],
    ['links', fill('[a](/guides/b/) ')],
    ['headings', fill('### 1. a\n')],
    ['numbered headings', fill('## 3️⃣ a\n')],
    ['numbers in a lead', `## 2️⃣ 仕事\n\n${fill('1つ')}\n\n### 1. a\n\nb\n`],
    ['brackets that nothing closes', fill('（')],
    ['unseen characters', fill('\u200b\u200c')],
    ['letters in two parts', fill('か\u3099')],
    ['tags without a flag', `🏴${fill('\u{e0061}')}`],
    ['a key of digits', `---json\n{ "${fill('1')}": 1 }\n---\n`],
    ['a slug that never ends', `---json\n{ "slug": "${fill('a_')}" }\n---\n`],
  ])('[T32] of %s is checked to the end', { timeout: 60_000 }, (_name, text) => {
    expect(codes(text)).not.toContain('internal-error');
  });
});

describe('the nearest name', () => {
  const slugs = ['site_reliability_engineer', 'ux_designer', 'ui_designer', 'data_engineer'];

  it.each([
    ['sre_engineer', 'site_reliability_engineer'],
    ['sre', 'site_reliability_engineer'],
    ['site_reliability', 'site_reliability_engineer'],
    ['ux_desinger', 'ux_designer'],
    ['data_engineer_senior', 'data_engineer'],
    ['astronaut', undefined],
    ['x_designer', 'ux_designer'],
    ['', undefined],
  ])('[P5] of %s is %s', (name, nearest) => {
    expect(nearestName(name, slugs)).toBe(nearest);
  });
});
