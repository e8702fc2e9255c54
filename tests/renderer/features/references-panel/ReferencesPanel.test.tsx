import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { GuideReference } from '#core/ipc/contract';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import { ReferencesPanel } from '../../../../src-renderer/features/references-panel/ReferencesPanel.tsx';
import { giveElementsSize } from '../../element-size.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

beforeAll(() => giveElementsSize({ width: 900, height: 188 }));
afterEach(cleanup);

const nurse = guideEntry('Nurse');
const field: GuideReference = {
  ...{ path: nurse.path, from: 40, to: 46, line: 6, text: '"cloud_engineer"' },
  pointer: '/related_jobs/1',
};
const link: GuideReference = {
  path: nurse.path,
  from: 90,
  to: 99,
  line: 22,
  text: '[雲](/guides/cloud_engineer/)へ',
};
const other: GuideReference = { path: 'a.md', from: 1, to: 2, line: 3, text: '[雲](x.md)' };

function renderPanel(references: readonly GuideReference[] | undefined) {
  const onGo = vi.fn();
  render(
    <ReferencesPanel
      tabs={undefined}
      active="guides/cloud_engineer.md"
      references={references}
      entries={new Map([[nurse.path, nurse]])}
      fields={readFields(defaultGuideSchema)}
      onGo={onGo}
      onClose={() => undefined}
    />,
  );
  return onGo;
}

test('who names the guide is listed by guide, with field or line and the text there', () => {
  renderPanel([link, field, other]);
  expect(
    screen.getAllByRole('row').map((row) => row.getAttribute('aria-label') ?? row.textContent),
  ).toEqual([
    'NurseNurseの仕事2',
    'Nurse、22行目、[雲](/guides/cloud_engineer/)へ',
    'Nurse、記事情報 › 「関連ガイド」の2番目、"cloud_engineer"',
    'a.md1',
    'a.md、3行目、[雲](x.md)',
  ]);
});

test('arrows move over the places, Enter and a click open one, a composing key does nothing', () => {
  const onGo = renderPanel([field, link]);
  const grid = screen.getByRole('grid');
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'Enter', keyCode: 229 });
  expect(onGo).not.toHaveBeenCalled();
  fireEvent.keyDown(grid, { key: 'Enter' });
  expect(onGo).toHaveBeenLastCalledWith(link);
  fireEvent.click(screen.getByText('"cloud_engineer"'));
  expect(onGo).toHaveBeenLastCalledWith(field);
});

test('a guide that nobody names says so, and nothing is claimed before it is known', () => {
  renderPanel([]);
  expect(screen.getByText('このガイドを参照しているガイドはありません')).toBeTruthy();
  cleanup();
  renderPanel(undefined);
  expect(screen.getByText('調べています…')).toBeTruthy();
});
