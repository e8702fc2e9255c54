import { beforeEach, expect, test } from 'vitest';
import { tableCommands } from '#core/commands/table-commands';
import { manuscript } from '../../../src-renderer/app/manuscript.ts';
import { tableRuns } from '../../../src-renderer/app/run-table.ts';
import { addSession } from '../../../src-renderer/app/sessions.ts';
import { createManuscriptView } from '../../../src-renderer/editor/manuscript-view.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';
import { noContext } from '../editor/open-text.ts';

const events = {
  onUpdate: () => undefined,
  onScroll: () => undefined,
  onCompositionEnd: () => undefined,
};

beforeEach(() => {
  Object.assign(window, { app: { request: () => Promise.resolve({ ok: true }) } });
  useToastStore.setState({ toasts: [] });
  manuscript.view = undefined;
});

/** The guide in front, with the caret at the mark. */
function inFront(marked: string) {
  const text = marked.replace('‸', '');
  const session = addSession({ path: 'a.md', text, bom: false, hash: 'h' }, noContext);
  useDocumentsStore.setState({ active: 'a.md' });
  manuscript.view?.show(session);
  session.dispatch({ selection: { anchor: marked.indexOf('‸') } });
  return session;
}

const toasts = () => useToastStore.getState().toasts.map(({ text }) => text);

const rows = (...all: readonly string[]): string => all.join('\n');
const [head, dashes] = ['| a | b | c |', '| :--- | ---: | --- |'];
const marked = rows(head, dashes, '| 1 | 2 | 3 |', '| 4 | ‸5 | 6 |', '| 7 | 8 | 9 |');
const body = ['| 1 | 2 | 3 |', '| 4 | 5 | 6 |', '| 7 | 8 | 9 |'] as const;

type Id = (typeof tableCommands)[number]['id'];
const expected: Readonly<Record<Exclude<Id, 'table.insert'>, string>> = {
  'table.addRowAbove': rows(head, dashes, body[0], '|  |  |  |', body[1], body[2]),
  'table.addRowBelow': rows(head, dashes, body[0], body[1], '|  |  |  |', body[2]),
  'table.moveRowUp': rows(head, dashes, body[1], body[0], body[2]),
  'table.moveRowDown': rows(head, dashes, body[0], body[2], body[1]),
  'table.deleteRow': rows(head, dashes, body[0], body[2]),
  'table.addColumnLeft': rows(
    '| a |  | b | c |',
    '| :--- | ---: | ---: | --- |',
    ...['| 1 |  | 2 | 3 |', '| 4 |  | 5 | 6 |', '| 7 |  | 8 | 9 |'],
  ),
  'table.addColumnRight': rows(
    '| a | b |  | c |',
    '| :--- | ---: | ---: | --- |',
    ...['| 1 | 2 |  | 3 |', '| 4 | 5 |  | 6 |', '| 7 | 8 |  | 9 |'],
  ),
  'table.moveColumnLeft': rows(
    '| b | a | c |',
    '| ---: | :--- | --- |',
    ...['| 2 | 1 | 3 |', '| 5 | 4 | 6 |', '| 8 | 7 | 9 |'],
  ),
  'table.moveColumnRight': rows(
    '| a | c | b |',
    '| :--- | --- | ---: |',
    ...['| 1 | 3 | 2 |', '| 4 | 6 | 5 |', '| 7 | 9 | 8 |'],
  ),
  'table.deleteColumn': rows('| a | c |', '| :--- | --- |', '| 1 | 3 |', '| 4 | 6 |', '| 7 | 9 |'),
  'table.alignLeft': rows(head, '| :--- | :--- | --- |', ...body),
  'table.alignCenter': rows(head, '| :--- | :--: | --- |', ...body),
  'table.alignRight': marked.replace('‸', ''),
  'table.alignNone': rows(head, '| :--- | ---- | --- |', ...body),
  'table.tidy': rows(
    '| a   |   b | c   |',
    '| :-- | --: | --- |',
    ...['| 1   |   2 | 3   |', '| 4   |   5 | 6   |', '| 7   |   8 | 9   |'],
  ),
};

test.each(tableCommands.filter(({ id }) => id !== 'table.insert'))(
  '$id changes the table at the caret, and says so where there is none',
  ({ id }) => {
    const session = inFront(marked);
    tableRuns[id]();
    expect(session.text()).toBe(expected[id as keyof typeof expected]);
    expect(toasts()).toEqual(
      id === 'table.alignRight' ? ['この表では、これ以上変えるところがありません'] : [],
    );
    const outside = inFront('本文‸');
    tableRuns[id]();
    expect(outside.text()).toBe('本文');
    expect(toasts()).toEqual(['カーソルを表の中に置くと使えます']);
  },
);

test('table.insert puts a table in, and says why where it cannot', () => {
  const session = inFront('本文‸');
  tableRuns['table.insert']();
  expect(session.text()).toBe('本文\n\n|  |  |\n| :--- | :--- |\n|  |  |');
  tableRuns['table.insert']();
  expect(toasts()).toEqual(['表の中には、別の表を入れられません']);
  inFront('```\n‸\n```');
  tableRuns['table.insert']();
  expect(toasts()).toEqual(['ここには表を入れられません。本文にカーソルを置いてください']);
});

test('[P9] no command of the menu acts while an input method composes', () => {
  manuscript.view = createManuscriptView(document.body, events);
  for (const { id } of tableCommands) {
    const session = inFront(marked);
    manuscript.view?.run((view) => {
      Object.assign((view as unknown as { inputState: object }).inputState, { composing: 1 });
      return true;
    });
    tableRuns[id]();
    expect(session.composing).toBe(true);
    expect(session.text()).toBe(marked.replace('‸', ''));
  }
  manuscript.view.destroy();
});
