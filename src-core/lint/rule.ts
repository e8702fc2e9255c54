import type { Root } from 'mdast';
import type { CatalogView } from '../catalog/catalog.ts';
import type { GuideRecord } from '../catalog/guide-record.ts';
import type { ImageFacts } from '../catalog/image-facts.ts';
import type { Flavour, GuideType, RawHtml, Vocabulary } from '../catalog/workspace-config.ts';
import type { ParsedGuide } from '../document/parse-guide.ts';
import type { TextRange } from '../document/pointer.ts';
import type { TextEdit } from '../document/text-edit.ts';
import type { Localized, Messages, MessageValues } from '../messages/messages.ts';
import type { SchemaIssue } from '../schema/schema-issue.ts';
import type { Validator } from '../schema/validator.ts';
import type { RefusedBody } from './body-limits.ts';
import type { Body } from './body.ts';
import type { Severity } from './diagnostic.ts';

/** Field definitions that could be compiled; others check nothing. */
export type SchemaCheck = Extract<Validator, { readonly ok: true }>;

/** A text of a rule: a key of its own table filled with `values`, or a text that came with the data. */
export type RuleText<Key extends string> = Key | Localized;

/** What a rule found, in the words of its own message table. */
export interface Report<Key extends string = string> extends TextRange {
  readonly message: RuleText<Key>;
  readonly advice?: RuleText<Key> | undefined;
  /** Fills the `{name}` places of message, advice and fix titles. */
  readonly values?: MessageValues;
  readonly pointer?: string | undefined;
  /** `undefined` offers none; a rule offers a fix only where it cannot do harm. */
  readonly fix?:
    | {
        readonly title: RuleText<Key>;
        readonly edits: readonly TextEdit[];
        /** Set where the author should see the result: never applied unseen. */
        readonly review?: true;
      }
    | undefined;
  /** Ending of the finding's code after the rule's id, for a family such as `schema-<keyword>`. */
  readonly kind?: string;
  /** Severity asked for by the data (`x-severity`); the workspace's configuration still wins. */
  readonly severity?: Severity | undefined;
}

/** What the workspace set for a rule, on top of the rule's own defaults. */
export type RuleSettings = Readonly<Record<string, unknown>>;

interface Reporting<Key extends string, Options> {
  /** The rule's defaults with what the workspace changed; an empty object for a rule without options. */
  readonly options: Options;
  report(found: Report<Key>): void;
}

/** A guide or other document whose details a rule looks at; offsets count in its whole text. */
export interface DetailsContext<Key extends string, Options = RuleSettings> extends Reporting<
  Key,
  Options
> {
  readonly path: string;
  readonly parsed: ParsedGuide;
  readonly record: GuideRecord;
  /** `undefined` where no definition of the fields applies to this file. */
  readonly schema: SchemaCheck | undefined;
  /** What the definitions of the fields say of the details; found once for all rules. */
  issues(): readonly SchemaIssue[];
}

/** A body that a rule looks at; offsets count from where the body begins. */
export interface BodyContext<Key extends string, Options = RuleSettings> extends Reporting<
  Key,
  Options
> {
  readonly text: string;
  readonly tree: Root;
  /** Why the tree is empty although the text is not, if it is. */
  readonly refused: RefusedBody | undefined;
  readonly flavour: Flavour;
  readonly html: RawHtml;
  /** Names of the elements that raw HTML may have where it is shown. */
  readonly allowedTags: ReadonlySet<string>;
  /** Every code that a comment may name. */
  readonly codes: readonly string[];
  /** Whether findings of this code, or of a family of this name, exist. */
  isCode(code: string): boolean;
}

/** The guide details or the body as plain characters; offsets count from the beginning of that part. */
export interface TextContext<Key extends string, Options = RuleSettings> extends Reporting<
  Key,
  Options
> {
  readonly text: string;
  readonly part: 'details' | 'body';
  /** Where code stands, which is shown as it is written; in order, none within another. Empty for the details. */
  code(): readonly TextRange[];
}

/** A guide with its details and its body; offsets count in its whole text. */
export interface GuideContext<Key extends string, Options = RuleSettings> extends Reporting<
  Key,
  Options
> {
  readonly parsed: ParsedGuide;
  readonly record: GuideRecord;
  readonly body: Body;
  /** Where the body begins, by which its offsets are moved. */
  readonly bodyFrom: number;
  /** The guide type that describes this guide; `undefined` where none does. */
  readonly type: GuideType | undefined;
}

/** A guide among the others of its workspace; nothing but its record is read. */
export interface CatalogContext<Key extends string, Options = RuleSettings> extends Reporting<
  Key,
  Options
> {
  readonly record: GuideRecord;
  readonly catalog: CatalogView;
  /** Site path under which the static folder is served, such as `/static`. */
  readonly staticPath: string;
  /** The lists that the workspace keeps; one it does not keep is not there. */
  readonly vocabulary: Vocabulary;
}

/** A piece of Markdown that shows a rule at work; run as a test, shown in the help. */
export interface RuleExample {
  readonly title: Localized;
  readonly markdown: string;
  /** Where the text lies; `guides/nurse.md` unless given. */
  readonly path?: string;
  /** Slugs of the other guides of the workspace, or their details; each lies in `guides/<slug>.md`. */
  readonly others?: readonly (string | (RuleSettings & { readonly slug: string }))[];
  /** Lists that the workspace keeps, by name. */
  readonly vocabulary?: Readonly<Record<string, readonly string[]>>;
  /** The images that exist, by site path or with what is known of them. */
  readonly images?: readonly (string | ImageFacts)[];
  /** Definitions of the fields as JSON Schema; the default ones unless given. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** The guide type of the workspace; the eleven chapters unless given. */
  readonly type?: GuideType;
  /** What the workspace sets for the rule. */
  readonly options?: RuleSettings;
  /** What the rule says of it, in order; empty for a good example. */
  readonly findings: readonly {
    /** The piece of text that is marked. */
    readonly marks: string;
    /** Only for a family of codes: which one it is. */
    readonly code?: string;
    /** The whole text after the fix; absent where none is offered. */
    readonly fixed?: string;
  }[];
}

/** What a workspace may set for a rule. */
export interface RuleOptions<Options> {
  /** JSON Schema of `options` in the configuration, every property of it optional. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly defaults: Options;
}

interface RuleAbout<Key extends string, Options> {
  /** Code of the findings, known to scripts; never changed. */
  readonly id: string;
  readonly description: Localized;
  /** Why it matters to readers of the site, for the help. */
  readonly rationale: Localized;
  readonly defaultSeverity: Severity | 'off';
  /** Where sites differ; absent for a rule that means the same everywhere. */
  readonly options?: RuleOptions<Options>;
  readonly messages: Messages<Key>;
  /** At least one without findings and one with. */
  readonly examples: readonly RuleExample[];
}

/** A rule about the guide details; runs again when they change. */
export interface DetailsRule<Key extends string = string, Options = RuleSettings> extends RuleAbout<
  Key,
  Options
> {
  readonly reads: 'details';
  check(context: DetailsContext<Key, Options>): void;
}

/** A rule about the body; runs again when the body changes, not when it only moves. */
export interface BodyRule<Key extends string = string, Options = RuleSettings> extends RuleAbout<
  Key,
  Options
> {
  readonly reads: 'body';
  check(context: BodyContext<Key, Options>): void;
}

/** A rule about the characters themselves; runs on the guide details and on the body, each when it changes. */
export interface TextRule<Key extends string = string, Options = RuleSettings> extends RuleAbout<
  Key,
  Options
> {
  readonly reads: 'text';
  check(context: TextContext<Key, Options>): void;
}

/** A rule about how body and details agree, or about the guide type; runs again when either changes. */
export interface GuideRule<Key extends string = string, Options = RuleSettings> extends RuleAbout<
  Key,
  Options
> {
  readonly reads: 'guide';
  check(context: GuideContext<Key, Options>): void;
}

/** A rule about a guide among the others; runs again when any guide it names comes, goes or is renamed. */
export interface CatalogRule<Key extends string = string, Options = RuleSettings> extends RuleAbout<
  Key,
  Options
> {
  readonly reads: 'catalog';
  check(context: CatalogContext<Key, Options>): void;
}

/** Any rule, its message keys and options forgotten. */
export type Rule = DetailsRule | BodyRule | TextRule | GuideRule | CatalogRule;

/** Declares a rule; its messages, its documentation and its tests are part of it. */
export function defineRule<Key extends string, Options = RuleSettings>(
  rule:
    | DetailsRule<Key, Options>
    | BodyRule<Key, Options>
    | TextRule<Key, Options>
    | GuideRule<Key, Options>
    | CatalogRule<Key, Options>,
): Rule {
  return rule as unknown as Rule;
}
