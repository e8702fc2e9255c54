import { act, fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { Failure, Result } from '#core/ipc/contract';
import { readFields } from '#core/schema/read-fields';
import type { FieldEvidence, SchemaProposal, SchemaTrial } from '#core/schema/schema-proposal';
import { FieldDefinitionsDialog } from '../../../src-renderer/features/field-definitions/FieldDefinitionsDialog.tsx';
import type {
  DefinitionsSource,
  Progress,
} from '../../../src-renderer/features/field-definitions/use-definitions.ts';

function evidence(pointer: string, more: Partial<FieldEvidence> = {}): FieldEvidence {
  const all = { type: 'string', present: 10, of: 10, required: true, outliers: [] } as const;
  return { pointer, ...all, outlierCount: 0, ...more };
}

const slugPattern = '^[a-z0-9]+(_[a-z0-9]+)*$';

const outlierGuides = ['nurse', 'data_analyst'].map((slug) => `guides/${slug}.md`);

/** What ten guides of a job site have in common. */
export const foundFields: readonly FieldEvidence[] = [
  evidence('/slug', { pattern: slugPattern }),
  evidence('/title', { width: { min: 8, max: 32 } }),
  evidence('/level', {
    present: 9,
    required: false,
    enum: ['入門', '基本', '応用'],
    outliers: [
      { path: outlierGuides[0] ?? '', pointer: '/level', reason: 'missing', value: '' },
      { path: outlierGuides[1] ?? '', pointer: '/level', reason: 'value', value: '"ふつう"' },
    ],
    outlierCount: 23,
  }),
  evidence('/faq', { type: 'array', items: 'object', present: 4, required: false }),
  evidence('/faq/*/question', { present: 28, of: 30 }),
  evidence('/related', {
    type: 'array',
    items: 'string',
    present: 6,
    required: false,
    relation: { field: 'slug' },
  }),
  evidence('/titel', { present: 1, required: false, meant: 'title' }),
];

/** Definitions with these names, laid out as a file. */
export function definitions(...names: readonly string[]): string {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  return `${JSON.stringify({ type: 'object', properties }, undefined, 2)}\n`;
}

/** What is read from a folder without definitions. */
export const proposal: SchemaProposal = {
  guides: 10,
  skipped: ['guides/broken.md'],
  fields: foundFields,
  text: definitions('slug', 'title', 'level'),
};

/** The same folder with definitions of its own. */
export const proposalBesideOwn: SchemaProposal = {
  ...proposal,
  current: {
    path: '.shirube/schema/guide.json',
    text: definitions('slug', 'subtitle'),
    hash: 'hash-of-own',
  },
};

/** A trial in which one guide gets errors and another a warning. */
export const someBroken: SchemaTrial = {
  ok: true,
  guides: 10,
  broken: [
    {
      path: 'guides/nurse.md',
      name: 'Nurse',
      errors: 2,
      findings: 3,
      messages: [{ ja: '「むずかしさ」がありません。', en: '“Level” is missing.' }],
    },
    {
      path: 'guides/data_analyst.md',
      name: 'Data Analyst',
      errors: 0,
      findings: 1,
      messages: [{ ja: '「タイトル」は全角40文字です。', en: '“Title” is 40 wide.' }],
    },
  ],
  mended: 0,
};

// A trial in which no guide gets anything new.
const noneBroken: SchemaTrial = { ok: true, guides: 10, broken: [], mended: 2 };

/** A request that came out well. */
export const ok = <Value,>(value: Value): Result<Value> => ({ ok: true, value });

/** A request that did not. */
export const no = (code: Failure['code']): Result<never> => ({
  ok: false,
  failure: { code, detail: code },
});

/** Answers of the main process; each may also be a function, a promise or never come. */
interface Answers {
  infer?: () => Promise<Result<SchemaProposal>>;
  tryOut?: (text: string) => Promise<Result<SchemaTrial>>;
  save?: (text: string, baseHash: string | null) => Promise<Result<{ readonly path: string }>>;
}

/** Opens the dialog with a main process that answers so; time is vitest's. */
export async function openDialog(answers: Answers = {}) {
  const listeners = new Set<(progress: Progress) => void>();
  const source = {
    infer: vi.fn(answers.infer ?? (() => Promise.resolve(ok(proposal)))),
    tryOut: vi.fn(answers.tryOut ?? (() => Promise.resolve(ok(noneBroken)))),
    save: vi.fn(
      answers.save ?? (() => Promise.resolve(ok({ path: '.shirube/schema/guide.json' }))),
    ),
    cancel: vi.fn(),
    onProgress: (listener: (progress: Progress) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } satisfies DefinitionsSource;
  const onOpenGuide = vi.fn();
  const onSaved = vi.fn();
  const onClose = vi.fn();
  const fields = readFields({
    properties: { title: { type: 'string', 'x-label': { ja: 'タイトル', en: 'Title' } } },
  });
  const view = render(
    <FieldDefinitionsDialog
      source={source}
      fields={fields}
      nameOf={(path) => (path === 'guides/nurse.md' ? 'Nurse' : path)}
      onOpenGuide={onOpenGuide}
      onSaved={onSaved}
      onClose={onClose}
    />,
  );
  // What is read is shown first, and tried then.
  await pass(0);
  await pass(0);
  const progress = (value: Progress): void =>
    act(() => {
      for (const listener of listeners) listener(value);
    });
  return { source, onOpenGuide, onSaved, onClose, progress, unmount: view.unmount };
}

/** Lets time go by, and whatever was waiting for it. */
export async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}

/** Presses a button by its words. */
export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** The text of the definitions file; opens its view. */
export function definitionsFile(): HTMLTextAreaElement {
  press('定義のファイル');
  return screen.getByLabelText<HTMLTextAreaElement>('定義のファイルの内容');
}

/** Writes the whole text of the definitions file. */
export function write(value: string): void {
  fireEvent.change(definitionsFile(), { target: { value } });
}
