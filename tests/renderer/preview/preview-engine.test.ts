import { array, assert, constantFrom, nat, noBias, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/document/text-edit';
import { createPreviewEngine } from '../../../src-renderer/features/preview/preview-engine.ts';
import type { PreviewAnswer } from '../../../src-renderer/features/preview/preview-protocol.ts';

const head = '---json\n{"title": "題"}\n---\n';
const profile = { flavour: 'gfm-cjk' } as const;

function open(text: string) {
  const answers: PreviewAnswer[] = [];
  const tasks: (() => void)[] = [];
  let clock = 0;
  const engine = createPreviewEngine({
    answer: (answer) => answers.push(answer),
    later: (task) => tasks.push(task),
    nowMs: () => clock,
  });
  engine.handle({ type: 'text', id: 1, profile, text });
  return { engine, answers, tasks, tick: (ms: number) => (clock += ms) };
}

describe('the preview worker', () => {
  it('renders the body without the guide details and says where it begins', () => {
    const { answers } = open(`${head}# 題\n`);
    expect(answers).toMatchObject([{ id: 1, fresh: true, bodyLine: 3 }]);
    expect(answers[0]?.patch.outline).toEqual([]);
    expect(JSON.stringify(answers[0]?.patch.sections)).not.toContain('json');
  });

  it('renders nothing anew when only the details change', () => {
    const { engine, answers } = open(`${head}# 題\n`);
    engine.handle({ type: 'edits', id: 2, edits: [[{ from: 20, to: 20, insert: '\n長い' }]] });
    expect(answers[1]).toMatchObject({ id: 2, fresh: false, bodyLine: 4, patch: { sections: [] } });
  });

  it('follows an edit that opens or closes the details', () => {
    const { engine, answers } = open(`${head}# 題\n`);
    engine.handle({ type: 'edits', id: 2, edits: [[{ from: 0, to: 1, insert: '' }]] });
    expect(JSON.stringify(answers[1]?.patch.sections)).toContain('json');
    engine.handle({ type: 'edits', id: 3, edits: [[{ from: 0, to: 0, insert: '-' }]] });
    expect(answers[2]).toMatchObject({ bodyLine: 3 });
  });

  it('answers a long text in parts, with a newer request in between', () => {
    // Short sections are rendered together; these are not.
    const long = Array.from({ length: 40 }, (_, i) => `# ${i}\n\n${'本文'.repeat(1500)}\n\n`).join(
      '',
    );
    const answers: PreviewAnswer[] = [];
    const tasks: (() => void)[] = [];
    let clock = 0;
    const engine = createPreviewEngine({
      answer: (answer) => answers.push(answer),
      later: (task) => tasks.push(task),
      nowMs: () => (clock += 15),
    });
    engine.handle({ type: 'text', id: 1, profile, text: long });
    expect(answers[0]?.patch.done).toBe(false);
    engine.handle({ type: 'edits', id: 2, edits: [[{ from: 2, to: 3, insert: '零' }]] });
    for (let task = tasks.shift(); task; task = tasks.shift()) task();
    expect(answers.at(-1)).toMatchObject({ id: 2, patch: { done: true } });
    expect(answers.filter(({ fresh }) => fresh).length).toBe(1);
  });

  it('knows the same body after any edits as when it is given the text anew', () => {
    const pieces = ['---json\n', '{"a": 1}\n', '---\n', '# 題\n', '\n', '本文', '-', '[x]: /y\n'];
    const edit = record({
      at: noBias(nat(1000)),
      remove: noBias(nat(4)),
      insert: constantFrom(...pieces, ''),
    });
    const fields = array(edit, { minLength: 1, maxLength: 12 });
    assert(
      property(fields, (edits) => {
        let text = `${head}# 題\n\n本文\n`;
        const { engine, answers } = open(text);
        const keys: number[] = [];
        const apply = ({ patch }: PreviewAnswer) =>
          keys.splice(
            patch.order.at,
            patch.order.remove,
            ...patch.order.insert.map((one) => one.key),
          );
        for (const answer of answers) apply(answer);
        for (const [index, { at, remove, insert }] of edits.entries()) {
          const from = Math.floor((at / 1001) * text.length);
          const one = { from, to: Math.min(text.length, from + remove), insert };
          text = applyEdits(text, [one]);
          engine.handle({ type: 'edits', id: index + 2, edits: [[one]] });
          const last = answers.at(-1);
          if (last) apply(last);
        }
        const again = open(text).answers[0];
        expect(answers.at(-1)?.bodyLine).toBe(again?.bodyLine);
        expect(keys.length).toBe(again?.patch.order.insert.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
