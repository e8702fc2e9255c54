import { foldedRanges } from '@codemirror/language';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  closeGuide,
  lastClosedTab,
  moveTab,
  openGuide,
} from '../../../src-renderer/app/guide-actions.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { closedPlaces, placeOf, takePlaces } from '../../../src-renderer/app/tab-places.ts';
import { detailsFoldField, foldDetails } from '../../../src-renderer/editor/details-fold.ts';
import { foldSections } from '../../../src-renderer/editor/folding/fold-commands.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { noContext } from '../editor/open-text.ts';

const path = 'guides/nurse.md';
const guide = '---json\n{}\n---\n# 題\n\n本文\n\n## 章\n\n本文\n\n## 次の章\n\n* 項目\n  * 中\n';
let text = guide;

beforeEach(() => {
  text = guide;
  vi.stubGlobal('app', {
    request: (method: string, params: { readonly path: string }) =>
      Promise.resolve({
        ok: true,
        value: method === 'guide.open' ? { path: params.path, text, bom: false, hash: 'h' } : null,
      }),
  });
});

afterEach(() => {
  removeAllSessions();
  takePlaces([]);
  useDocumentsStore.setState({ documents: [], active: undefined });
  vi.unstubAllGlobals();
});

const folds = (): number => foldedRanges(sessionOf(path)!.state).size;

async function leave(): Promise<void> {
  await openGuide(path, noContext);
  const session = sessionOf(path)!;
  session.dispatch({ selection: { anchor: 16, head: 18 } });
  session.dispatch({ effects: foldDetails.of(false) });
  foldSections({ state: session.state, dispatch: (one) => session.dispatch(one) });
  session.topLine = 3.5;
}

test('a guide opened again stands as it was left, under another name too', async () => {
  await leave();
  const place = placeOf(path);
  closeGuide(path);
  expect(closedPlaces()).toEqual([place]);
  expect(lastClosedTab()).toBe(path);
  await openGuide(path, noContext);
  expect(placeOf(path)).toEqual(place);
  expect(folds()).toBe(2);
  expect(sessionOf(path)!.state.field(detailsFoldField).folded).toBe(false);
  expect(closedPlaces()).toEqual([]);

  closeGuide(path);
  moveTab(path, 'guides/doctor.md');
  await openGuide('guides/doctor.md', noContext);
  expect(placeOf('guides/doctor.md')).toEqual({ ...place, path: 'guides/doctor.md' });
});

test('places that no longer fit the text, or are no places, do no harm', async () => {
  takePlaces([
    {
      path,
      caret: 9999,
      anchor: -5,
      scroll: 1e9,
      folds: [
        [0, 3],
        [14, 99],
        [-1, 2],
        [1.5, 1],
        [1e9, 1],
      ],
    },
  ]);
  text = '# 題\n\n短い本文\n';
  await openGuide(path, noContext);
  expect(sessionOf(path)!.state.selection.main).toMatchObject({ anchor: 0, head: text.length });
  expect(sessionOf(path)!.text()).toBe(text);
  expect(folds()).toBe(1);
});

test('of closed guides the last 200 are remembered', async () => {
  for (let index = 0; index < 203; index += 1) {
    await openGuide(`guides/${index}.md`, noContext);
    closeGuide(`guides/${index}.md`);
  }
  expect(closedPlaces()).toHaveLength(200);
  expect(closedPlaces().at(-1)?.path).toBe('guides/202.md');
});
