import { cleanup, render } from '@testing-library/react';
import type { ComponentProps } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { SiteImage } from '#core/ipc/contract';
import { type Diagnostic, noCounts } from '#core/lint/diagnostic';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import { noKnowledge } from '../../../src-renderer/editor/guide-knowledge.ts';
import { type OpenSession, openSession } from '../../../src-renderer/editor/open-session.ts';
import { Form } from '../../../src-renderer/features/form/Form.tsx';
import type { ImageFiles } from '../../../src-renderer/features/form/image-files.ts';
import { afterEach } from 'vitest';

afterEach(cleanup);

/** A guide as the catalogue knows it. */
export function entry(slug: string, name: string, more: Partial<GuideEntry> = {}): GuideEntry {
  return {
    path: `guides/${slug}.md`,
    kind: 'guide',
    name,
    title: `${name}の題`,
    slug,
    category: 'cloud-infra',
    tags: ['インフラ'],
    thumbnail: `/static/img/${slug}.png`,
    counts: noCounts,
    siteState: 'same',
    ...more,
  };
}

const entries = [
  entry('cloud_engineer', 'Cloud Engineer'),
  entry('network_engineer', 'Network Engineer'),
  entry('site_reliability_engineer', 'Site Reliability Engineer', {
    tags: ['インフラ', '夜勤あり'],
  }),
  entry('nurse', 'Nurse', { category: 'medical-care', tags: ['医療'], title: '命に寄り添う仕事' }),
];

const images: readonly SiteImage[] = [
  { sitePath: '/static/img/cloud_engineer.png', width: 640, height: 360, bytes: 49_152 },
  { sitePath: '/static/img/nurse.png', width: 640, height: 360, bytes: 1024 },
];

export const details = `---json
{
  "category": "cloud-infra",
  "keywords": ["クラウド", "年収"],
  "meta_description": "説明",
  "related_jobs": [
    "network_engineer",
    "sre_engineer"
  ],
  "slug": "cloud_engineer",
  "tags": [
    "インフラ"
  ],
  "thumbnail": "/static/img/cloud_engineer.png",
  "hero_image": "/static/img/gone.png",
  "title": "落ちない基盤"
}
---
# Body
`;

/** Files of a folder in which an image is chosen at once, and none can be added. */
const imageFiles: ImageFiles = {
  static: { folder: 'static', path: '/static' },
  choose: () => Promise.resolve({ ok: true, value: '/static/img/nurse.png' }),
  add: (name) => Promise.resolve({ ok: false, failure: { code: 'io', detail: name } }),
  reveal: () => undefined,
};

/** What a test sees and may give. */
export interface Shown {
  readonly session: OpenSession;
  readonly opened: string[];
  /** Addresses that were to be opened outside. */
  readonly external: string[];
  /** Values whose control had the focus, one after the other. */
  readonly focused: (string | undefined)[];
  readonly inSource: [string, number | undefined][];
  readonly rerender: (
    diagnostics: readonly Diagnostic[],
    focusPointer?: string,
    herePointer?: string,
  ) => void;
}

/** Shows the form of a guide in a real session. */
export function showForm(
  text: string = details,
  diagnostics: readonly Diagnostic[] = [],
  schema: unknown = defaultGuideSchema,
  more: Partial<ComponentProps<typeof Form>> = {},
): Shown {
  const session = openSession(
    { path: 'guides/cloud_engineer.md', text, bom: false, hash: 'h' },
    {
      locale: 'ja',
      flavour: 'gfm-cjk',
      blankMarks: true,
      knowledge: noKnowledge,
      onEditInForm: () => undefined,
      onFix: () => undefined,
      onFixAll: () => undefined,
    },
  );
  const opened: string[] = [];
  const external: string[] = [];
  const focused: (string | undefined)[] = [];
  const inSource: [string, number | undefined][] = [];
  const form = (findings: readonly Diagnostic[], focusPointer?: string, herePointer?: string) => (
    <Form
      session={session}
      saved={session.savedHead}
      fields={readFields(schema)}
      vocabulary={{
        category: [
          { id: 'cloud-infra', label: { ja: 'クラウド・インフラ', en: 'Cloud' } },
          { id: 'medical-care', label: { ja: '医療・福祉', en: 'Medicine' } },
        ],
        keywords: [{ id: '仕事内容', label: { ja: '仕事内容', en: 'Duties' } }],
      }}
      uses={{
        category: { 'cloud-infra': 3, 'medical-care': 1 },
        tags: { インフラ: 3, 夜勤あり: 1, 医療: 1 },
      }}
      entries={new Map(entries.map((one) => [one.path, one]))}
      images={images}
      diagnostics={findings}
      workspaceId="w1"
      onOpenGuide={(path) => opened.push(path)}
      onOpenExternal={(url) => external.push(url)}
      onShowInSource={(pointer, offset) => inSource.push([pointer, offset])}
      imageFiles={imageFiles}
      focusPointer={focusPointer}
      herePointer={herePointer}
      onFieldFocus={(pointer) => focused.push(pointer)}
      {...more}
    />
  );
  const view = render(form(diagnostics));
  return {
    session,
    opened,
    external,
    focused,
    inSource,
    rerender: (findings, focusPointer, herePointer) =>
      view.rerender(form(findings, focusPointer, herePointer)),
  };
}
