import type { Severity } from '../lint/diagnostic.ts';
import type { Localized } from '../messages/messages.ts';

/** How Markdown is read: `gfm-cjk` closes emphasis next to Japanese punctuation, the others do not. */
export type Flavour = 'commonmark' | 'gfm' | 'gfm-cjk';

/** What becomes of raw HTML in a body: left out, or shown as far as the sanitiser allows. */
export type RawHtml = 'drop' | 'sanitise';

/** What the published site does with a guide; the preview follows it. */
export interface SiteProfile {
  readonly flavour: Flavour;
  /** Whether each line end within a paragraph is a line break on the page; no unless given. */
  readonly breaks?: boolean | undefined;
  /** `drop` unless given. */
  readonly html?: RawHtml | undefined;
  /** Whether headings get ids, as GitHub makes them; yes unless given. */
  readonly headingIds?: boolean | undefined;
  /** Style sheets of the site, in their order, relative to the workspace; none means the default page's looks. */
  readonly css?: readonly string[] | undefined;
  /** Liquid template of the page, relative to the workspace; `undefined` means the default page. */
  readonly template?: string | undefined;
}

/** Where an export goes, relative to a folder that the author chooses on this machine. */
export interface ExportTarget {
  readonly id: string;
  readonly label: Localized;
  /** Folder under the target that receives the guides, or `undefined` to keep their own relative paths. */
  readonly guides?: string;
  /** Folder under the target that receives images; `static` unless given. */
  readonly static: string;
  /** Path of the manifest under the target. */
  readonly manifest: string;
}

/** Contents of `.shirube/config.json` with every default filled in. */
export interface WorkspaceConfig {
  readonly name?: Localized;
  /** Globs of the guides, relative to the workspace. */
  readonly guides: readonly string[];
  readonly static: {
    readonly folder: string;
    readonly path: string;
    /** Name of a pasted or dropped image without its ending: `{slug}`, `{n}` (first free from 1), `{name}`. */
    readonly imageName?: string | undefined;
  };
  readonly profile: SiteProfile;
  readonly prose: boolean;
  /** Severity by rule id, or off. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** What is set for single rules beside their severity, by rule id; none unless given. */
  readonly ruleOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  readonly targets: readonly ExportTarget[];
}

/** One entry of a list in vocabulary.json. */
export interface VocabularyTerm {
  readonly id: string;
  readonly label: Localized;
}

/** The lists of vocabulary.json by name, such as `category` and `tags`. */
export type Vocabulary = Readonly<Record<string, readonly VocabularyTerm[]>>;

/** What a guide type says of the tables of a chapter. */
export interface SectionTables {
  /** Fewest tables. */
  readonly min: number;
  /** Fewest and most columns of each table. */
  readonly columns?: readonly [min: number, max: number] | undefined;
  /** Heads of the columns that one of its tables must have, in this order. */
  readonly headers?: readonly string[] | undefined;
}

/** A chapter that a guide type asks for. */
export interface GuideTypeSection {
  readonly id: string;
  /** Heading with `{keycap}` and `{name}` places. */
  readonly heading: string;
  readonly required: boolean;
  /** Whether the heading begins with the chapter's number as a keycap; not checked where absent. */
  readonly numbering?: 'keycap' | 'none' | undefined;
  /** How its headings of level 3 begin: with `1.`, an emoji or neither; not checked where absent. */
  readonly subheadings?: 'numbered' | 'emoji' | 'plain' | undefined;
  /** The tables that it should have; not checked where absent. */
  readonly tables?: SectionTables | undefined;
  /** Markdown that a new guide starts with, with the same places. */
  readonly body: string;
}

/** What a new guide looks like; `.shirube/types/<id>.json`. */
export interface GuideType {
  readonly id: string;
  readonly label: Localized;
  readonly description: Localized;
  readonly nameLabel: Localized;
  /** Folder for new guides, relative to the workspace. */
  readonly folder: string;
  /** H1 with `{name}` and `{title}` places. */
  readonly h1: string;
  /** Values of guide details beyond those asked for, with `{name}` and `{slug}` places. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly sections: readonly GuideTypeSection[];
}
