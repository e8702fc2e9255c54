import { completionStatus, currentCompletions } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { afterEach, vi } from 'vitest';
import { defaultGuideType } from '#core/catalog/default-guide-type';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import type { RowCompletion } from '../../../../src-renderer/editor/completion/option.ts';
import type { EditorContext } from '../../../../src-renderer/editor/editor-context.ts';
import type { GuideKnowledge } from '../../../../src-renderer/editor/guide-knowledge.ts';
import {
  createManuscriptView,
  type ManuscriptView,
} from '../../../../src-renderer/editor/manuscript-view.ts';
import { openSession, type OpenSession } from '../../../../src-renderer/editor/open-session.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';
import { noContext } from '../open-text.ts';

const opened: ManuscriptView[] = [];
afterEach(() => {
  for (const view of opened.splice(0)) view.destroy();
});

const guides = [
  guideEntry('Cloud Engineer', { title: '止まらない基盤を育てる仕事', tags: ['インフラ'] }),
  guideEntry('Nurse', { title: 'いのちに寄り添うカンゴの仕事' }),
  guideEntry('Network Engineer', { title: 'つながりを守るネットワークの仕事' }),
  guideEntry('Backend Engineer', { title: '見えない処理を支える設計の仕事' }),
];

/** A folder of four guides with their words, images and headings. */
export function folder(changes: Partial<GuideKnowledge> = {}): GuideKnowledge {
  const entries = new Map<string, GuideEntry>(guides.map((entry) => [entry.path, entry]));
  const uses = {
    tags: { インフラ: 3, クラウド: 2, 看護: 1, 'C "plus"': 1 },
    keywords: { 仕事内容: 4, 年収: 2 },
  };
  const images = [
    { sitePath: '/static/img/nurse.png', width: 640, height: 360, bytes: 49_152 },
    { sitePath: '/static/img/cloud_engineer_hero.png', bytes: 3 * 1024 * 1024 },
  ];
  const keyOf: GuideKnowledge['keyOf'] = (entry, field) => (field === 'slug' ? entry.slug : '');
  return {
    entries: () => entries,
    fields: () => readFields(defaultGuideSchema),
    vocabulary: () => ({
      category: [
        { id: 'cloud-infra', label: { ja: 'クラウド・インフラ', en: 'Cloud' } },
        { id: 'medical-care', label: { ja: '医療・福祉', en: 'Medicine' } },
      ],
      tags: [{ id: 'インフラ', label: { ja: 'インフラ', en: 'Infrastructure' } }],
    }),
    types: () => [defaultGuideType],
    keyOf,
    guideNamed: (field, value) => guides.find((entry) => keyOf(entry, field) === value),
    staticPath: () => '/static',
    images: () => Promise.resolve(images),
    uses: () => Promise.resolve(uses),
    headingsOf: (path) =>
      Promise.resolve(
        path === 'guides/nurse.md'
          ? [
              { id: '主な仕事内容', text: '主な仕事内容', level: 2, from: 40 },
              { id: '学び方-(入門)', text: '学び方 (入門)', level: 3, from: 90 },
            ]
          : [{ id: 'この見出し', text: 'この見出し', level: 2, from: 12 }],
      ),
    imageAddress: (sitePath) => `site://w${sitePath}`,
    goTo: () => undefined,
    ...changes,
  };
}

/** A guide shown in the real manuscript, with the caret where the text has `|`. */
export interface Manuscript {
  readonly session: OpenSession;
  readonly view: EditorView;
  /** The text with `|` at the caret, or around what is selected. */
  text(): string;
  /** Types text as a key does. */
  type(text: string): void;
  press(key: string): void;
  /** The options of the open list, once it is open. */
  options(): Promise<readonly RowCompletion[]>;
  labels(): Promise<readonly string[]>;
  /** Waits for the list and until it may be answered, then takes its first option by a key. */
  accept(key?: string): Promise<void>;
}

/** Opens a text in the real manuscript of a folder. */
export function openManuscript(
  marked: string,
  knowledge: GuideKnowledge = folder(),
  more: { readonly path?: string; readonly context?: Partial<EditorContext> } = {},
): Manuscript {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const path = more.path ?? 'guides/cloud_engineer.md';
  const context = { ...noContext, ...more.context, knowledge };
  const session = openSession({ path, text, bom: false, hash: 'h' }, context);
  const host = document.createElement('div');
  document.body.append(host);
  const manuscript = createManuscriptView(host, {
    onUpdate: () => undefined,
    onScroll: () => undefined,
    onCompositionEnd: () => undefined,
  });
  opened.push(manuscript);
  manuscript.show(session);
  session.dispatch({ selection: { anchor: at } });
  let view: EditorView | undefined;
  manuscript.run((shown) => {
    view = shown;
    return true;
  });
  if (!view) throw new Error('no view');
  const shown = view;
  const options = async (): Promise<readonly RowCompletion[]> => {
    await vi.waitFor(() => {
      if (completionStatus(shown.state) !== 'active') throw new Error('the list is not open');
    });
    return currentCompletions(shown.state);
  };
  const press = (key: string): void => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    shown.contentDOM.dispatchEvent(event);
  };
  return {
    session,
    view: shown,
    text() {
      const { from, to } = session.state.selection.main;
      const all = session.text();
      const middle = from === to ? '' : `${all.slice(from, to)}|`;
      return `${all.slice(0, from)}|${middle}${all.slice(to)}`;
    },
    type(typed) {
      for (const char of typed) {
        const { from, to } = shown.state.selection.main;
        shown.dispatch({
          changes: { from, to, insert: char },
          selection: { anchor: from + char.length },
          userEvent: 'input.type',
        });
      }
    },
    press,
    options,
    async accept(key = 'Enter') {
      await options();
      await new Promise((resolve) => setTimeout(resolve, 90));
      press(key);
    },
    labels: async () => (await options()).map(({ label }) => label),
  };
}
