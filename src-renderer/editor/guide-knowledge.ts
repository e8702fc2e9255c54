import { Facet } from '@codemirror/state';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideType, Vocabulary } from '#core/catalog/workspace-config';
import type { SiteImage } from '#core/ipc/contract';
import type { GuideHeading } from '#core/markdown/guide-headings';
import type { FieldModel } from '#core/schema/field-model';
import type { NamedThing } from './link-at.ts';

/** What the manuscript may ask about the folder; answers that are at hand come without waiting. */
export interface GuideKnowledge {
  /** Every guide by path; another map where something has changed, never changed in place. */
  entries(): ReadonlyMap<string, GuideEntry>;
  fields(): readonly FieldModel[];
  vocabulary(): Vocabulary;
  types(): readonly GuideType[];
  /** What a guide is called by in relations that name `field`; empty where it cannot be named so. */
  keyOf(entry: GuideEntry, field: string): string;
  /** The guide whose `field` has a value; the first where several share it. */
  guideNamed(field: string, value: string): GuideEntry | undefined;
  /** Site path under which the static folder is served. */
  staticPath(): string;
  images(): Promise<readonly SiteImage[]>;
  /** How many guides use each value of each vocabulary list. */
  uses(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  /** The headings of a guide with the ids that the site gives them; of an open guide those of its unsaved text. */
  headingsOf(path: string): Promise<readonly GuideHeading[]>;
  /** Address in this window of an image of the site. */
  imageAddress(sitePath: string): string | undefined;
  /** Shows what a name leads to: a guide, an image in its folder, or a web page, which asks first. */
  goTo(named: NamedThing): void;
}

/** A folder of which nothing is known. */
export const noKnowledge: GuideKnowledge = {
  entries: () => new Map(),
  fields: () => [],
  vocabulary: () => ({}),
  types: () => [],
  keyOf: () => '',
  guideNamed: () => undefined,
  staticPath: () => '/static',
  images: () => Promise.resolve([]),
  uses: () => Promise.resolve({}),
  headingsOf: () => Promise.resolve([]),
  imageAddress: () => undefined,
  goTo: () => undefined,
};

/** Path of the guide that a manuscript holds, relative to the workspace. */
export const guidePath = Facet.define<string, string>({ combine: (values) => values[0] ?? '' });
