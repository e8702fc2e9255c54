import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/document/text-edit';
import { allRules } from '#core/lint/all-rules';
import { lintExample } from './lint-example.ts';

const locales = ['ja', 'en'] as const;

describe.each(allRules.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  it('[P5] has a good and a bad example, and its documentation in both languages', () => {
    expect(rule.examples.some(({ findings }) => findings.length === 0)).toBe(true);
    expect(rule.examples.some(({ findings }) => findings.length > 0)).toBe(true);
    for (const locale of locales) {
      for (const text of [rule.description, rule.rationale, ...rule.examples.map((e) => e.title)]) {
        expect(text[locale].trim()).not.toBe('');
      }
    }
    expect(rule.description.ja).not.toBe(rule.description.en);
  });

  it.each(rule.examples.map((example) => [example.title.en, example] as const))(
    '[P5] says of “%s” what its example says',
    (_title, example) => {
      const findings = lintExample(example, [rule]);
      const seen = findings.map((finding) => ({
        code: finding.code,
        marks: example.markdown.slice(finding.from, finding.to),
        fixed: finding.fixes?.[0]
          ? applyEdits(example.markdown, finding.fixes[0].edits)
          : undefined,
      }));
      expect(seen).toEqual(
        example.findings.map(({ marks, code, fixed }) => ({ code: code ?? id, marks, fixed })),
      );
      for (const { message, advice, fixes } of findings) {
        for (const text of [message, advice, fixes?.[0]?.title]) {
          if (!text) continue;
          for (const locale of locales) expect(text[locale]).toMatch(/^[^{]+(?:\{[^\w][^{]*)*$/);
          expect(text.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]|^[\x20-\x7e]+$/u);
          expect(text.en).not.toBe('');
        }
      }
    },
  );

  it('[P5] mends what it offers to mend: the same finding is gone afterwards', () => {
    for (const example of rule.examples) {
      for (const { fixed } of example.findings) {
        if (fixed === undefined) continue;
        const after = lintExample({ ...example, markdown: fixed }, [rule]);
        expect(after.length).toBeLessThan(example.findings.length);
      }
    }
  });
});
