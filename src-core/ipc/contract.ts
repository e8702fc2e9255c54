import { z } from 'zod';
import type { SiteLook } from '../catalog/site-look.ts';
import type { GuideType, Vocabulary, WorkspaceConfig } from '../catalog/workspace-config.ts';
import type { ExportPlan, ExportResult } from '../export/plan.ts';
import { type HistoryVersion, versionKinds } from '../history/history-version.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import type { GuideHeading } from '../markdown/guide-headings.ts';
import type { TemplateFiles } from '../markdown/page-template.ts';
import { editsSchema, journalBaseSchema, journalChangeSchema } from '../recovery/journal-record.ts';
import type { RecoveredGuide } from '../recovery/recovered-guide.ts';
import type { FieldModel } from '../schema/field-model.ts';
import type { SchemaProposal, SchemaTrial } from '../schema/schema-proposal.ts';
import type { SaveWarning } from './save-warning.ts';
import { type Layout, layoutSchema } from './layout.ts';
import type { Method } from './methods.ts';
import { settingChoices, type Settings } from './settings.ts';

/** Codes of the failures a request can come back with; the window maps each to words and a next step. */
export type FailureCode =
  | 'internal'
  | 'bad-request'
  | 'no-workspace'
  | 'not-found'
  | 'not-allowed'
  | 'folder-away'
  | 'outside-workspace'
  | 'changed-on-disk'
  | 'already-exists'
  | 'name-refused'
  | 'linked'
  | 'several-names'
  | 'disk-full'
  | 'too-large'
  | 'not-utf8'
  | 'half-character'
  | 'io'
  | 'plan-outdated'
  | 'target-refused'
  | 'not-printed'
  | 'cancelled';

/** A failure as data; `detail` is for the "details" fold, never the first thing shown. */
export interface Failure<Code extends FailureCode = FailureCode> {
  readonly code: Code;
  readonly detail: string;
}

/** What a request comes back with: Electron keeps only the message of a thrown error, so failures are values. */
export type Result<Value, Code extends FailureCode = FailureCode> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure<Code> };

const relativePath = z.string().min(1).max(4096);
const version = z.number().int().nonnegative();
/** Site path of the image that a new one stands beside; without it, the usual folder. */
const beside = z.string().max(4096).optional();
const none = z.undefined();
const bom = z.boolean();
const line = z.string().max(1000);
/** A page of a guide as the preview shows it, without scripts. */
const page = z.object({
  html: z.string(),
  title: line,
  /** Addresses of the style sheets that give it its looks, in their order. */
  styles: z
    .array(
      z
        .string()
        .regex(
          /^(?:app:\/\/ui\/assets\/[\w.-]+|site:\/\/[0-9a-z]+\/\.shirube-css\/[0-9a-f]{32})\.css$/,
        ),
    )
    .max(16)
    .readonly(),
});
/** What a guide that is to be made is called. */
const names = { name: line, title: line, slug: line };

/** Schemas of the parameters of each request; the main process refuses whatever does not fit. */
export const paramsSchemas = {
  'app.info': none,
  'app.setUnsaved': z.object({ paths: z.array(relativePath) }),
  'settings.get': none,
  'settings.set': settingChoices.partial(),
  'layout.get': none,
  'layout.set': layoutSchema,
  'workspace.choose': none,
  'workspace.open': z.object({ root: z.string().min(1) }),
  'workspace.openSample': none,
  'workspace.recent': none,
  'workspace.rescan': none,
  'guide.open': z.object({ path: relativePath }),
  'guide.save': z.object({
    path: relativePath,
    text: z.string(),
    bom: z.boolean(),
    /** Hash of the bytes the text was read from; `null` writes whatever is there (overwrite, re-create). */
    baseHash: z.string().nullable(),
    /** Version of the open document that is saved, so that the journal knows what needs keeping no more. */
    version: version.optional(),
    /** Nobody asked for it: it was saved because the author left or rested. */
    auto: z.boolean().optional(),
  }),
  'guide.saveCopy': z.object({ path: relativePath, text: z.string(), bom: z.boolean() }),
  'guide.create': z.object({
    type: z.string(),
    /** A guide whose chapters the new one takes, in place of those of a type. */
    from: relativePath.optional(),
    ...names,
    category: z.string(),
  }),
  /** The guide type that a new guide with the chapters of this one has. */
  'guide.typeOf': z.object({ path: relativePath }),
  /** Makes a copy under another name; `text` is what is not saved yet, `null` takes the file. */
  'guide.duplicate': z.object({ path: relativePath, text: z.string().nullable(), bom, ...names }),
  /** Which other guides name a guide. */
  'guide.namedBy': z.object({ path: relativePath }),
  /** Gives a file another name in its folder; the ending stays. */
  'guide.rename': z.object({ path: relativePath, to: relativePath }),
  /** Puts a file into another folder (relative, empty at the top) under the name it has; makes the folder. */
  'guide.move': z.object({ path: relativePath, folder: z.string().max(4096) }),
  /** The open guide goes on at the place that its file was moved to outside; `baseHash` is that of its bytes. */
  'guide.follow': z.object({ path: relativePath, to: relativePath, baseHash: z.string() }),
  /**
   * Moves a guide to the trash; `text` is what is not saved yet and goes with it. `baseHash` is that of the
   * file as the author knows it, `null` where nobody has looked at it.
   */
  'guide.trash': z.object({
    path: relativePath,
    text: z.string().nullable(),
    bom,
    baseHash: z.string().nullable(),
  }),
  /** Brings a guide back that this window moved to the trash. */
  'guide.restore': z.object({ id: z.string().max(64) }),
  /** Rewrites a file of another encoding as UTF-8 and keeps the original beside it. */
  'guide.convert': z.object({ path: relativePath, baseHash: z.string() }),
  'guide.references': z.object({ path: relativePath }),
  'guide.headings': z.object({ path: relativePath }),
  'document.open': z.object({
    path: relativePath,
    text: z.string(),
    version,
    /** What the journal begins with; left out for a guide that cannot be edited. */
    base: journalBaseSchema.omit({ text: true }).optional(),
    /** The text was brought back from the journal, which is written on. */
    resumes: z.boolean().optional(),
  }),
  'document.change': z.object({
    path: relativePath,
    version,
    changes: editsSchema,
    ...journalChangeSchema.omit({ edits: true }).partial().shape,
  }),
  /** `discard`: the author gave up the text that is not saved. */
  'document.close': z.object({ path: relativePath, discard: z.boolean().optional() }),
  'recovery.unsaved': none,
  'recovery.take': z.object({ path: relativePath }),
  'history.list': z.object({ path: relativePath }),
  'history.read': z.object({ path: relativePath, id: version }),
  /** Keeps a text that is not in its file: it was worked on for a while, or another takes its place. */
  'history.keep': z.object({
    path: relativePath,
    text: z.string(),
    bom,
    kind: z.enum(versionKinds),
  }),
  'findings.all': none,
  /** Pastes the clipboard's plain text where the focus is. */
  'edit.pastePlain': none,
  /** Copies as the system's own key does; the page says what. */
  'edit.copy': none,
  'images.list': none,
  'site.template': none,
  'images.choose': z.object({ beside }),
  /** Puts a dropped or pasted image into the static folder. */
  'images.add': z.object({
    name: z.string().max(255),
    bytes: z.instanceof(Uint8Array),
    beside,
    /** URL name of the guide that it is for: then `static.imageName` names it. */
    slug: z.string().max(255).optional(),
  }),
  'vocabulary.uses': none,
  'schema.infer': none,
  'schema.try': z.object({ text: z.string() }),
  /** `baseHash` is that of the file as it was read; `null` where there was none. */
  'schema.save': z.object({ text: z.string(), baseHash: z.string().nullable() }),
  'schema.cancel': none,
  /** `id` grows from search to search; an empty query only gets the texts ready. */
  'search.start': z.object({
    id: version,
    query: z.string().max(1000),
    caseSensitive: z.boolean(),
    loose: z.boolean(),
    regexp: z.boolean(),
    wholeWord: z.boolean(),
  }),
  'search.cancel': none,
  'export.chooseTarget': z.object({ target: z.string() }),
  'export.plan': z.object({ target: z.string(), root: z.string() }),
  'export.cancel': none,
  'export.content': z.object({ planId: z.string(), target: z.string() }),
  'export.apply': z.object({ planId: z.string(), leaveOut: z.array(z.string()) }),
  /** Asks where the PDF of a guide goes; the place stays with the main process. */
  'page.choosePdf': z.object({ path: relativePath }),
  /** Writes a page as PDF to the place that was chosen last. */
  'page.exportPdf': page,
  /** Stops what `page.exportPdf` or `page.print` has under way. */
  'page.cancel': none,
  /** Shows the PDF that this window wrote last in its folder. */
  'page.revealPdf': none,
  'page.print': page,
  'shell.openExternal': z.object({ url: z.string().max(4096) }),
  'shell.reveal': z.object({ path: relativePath }),
} satisfies Record<Method, z.ZodType>;

/** What the About box and the window's first frame need to know. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** `official` or the pinned fallback that tests use, or a packaged app's own. */
  readonly runtime: 'official' | 'fallback' | 'packaged';
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** Language of the system, for the setting "system". */
  readonly systemLocale: 'ja' | 'en';
  /** Folder that the command line asked for; `undefined` shows the last folder or the first-run page. */
  readonly launchFolder?: string;
}

/** An open folder of guides. */
export interface WorkspaceInfo {
  /** Names this workspace in `site://<id>/…` addresses of its images. */
  readonly id: string;
  readonly root: string;
  readonly config: WorkspaceConfig;
  readonly fields: readonly FieldModel[];
  readonly types: readonly GuideType[];
  readonly vocabulary: Vocabulary;
  /** How its site looks; the default page's looks where absent. */
  readonly look?: SiteLook;
  /** Folder last chosen for each export target on this machine, by target id. */
  readonly targetRoots: Readonly<Record<string, string>>;
  /** Findings about the workspace's own configuration files, each with its path. */
  readonly problems: readonly { readonly path: string; readonly diagnostic: Diagnostic }[];
}

/** A folder opened before. */
export interface RecentFolder {
  readonly root: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

/** A guide as read from disk; `text` has no BOM and keeps its line ends. */
export interface OpenedGuide {
  readonly path: string;
  readonly text: string;
  readonly bom: boolean;
  /** SHA-256 (hex) of the bytes on disk. */
  readonly hash: string;
  /** Why the text cannot be edited, if it cannot. */
  readonly readOnly?: 'not-utf8' | 'too-large' | 'not-writable';
  /** The encoding that the text was read in where it is not UTF-8, such as `shift_jis`; `binary` where none fits. */
  readonly encoding?: string;
}

/** A guide that was just made: its path and the hash of its bytes. */
export interface MadeGuide {
  readonly path: string;
  readonly hash: string;
}

/** A guide in the trash. */
export interface TrashedGuide {
  /** Names it in `guide.restore` while this window is open. */
  readonly id: string;
  /** The folder (relative to the workspace) that it was moved to where the system has no trash. */
  readonly keptIn?: string;
}

/** An image in the static folder. */
export interface SiteImage {
  readonly sitePath: string;
  /** Pixels; `undefined` where the header cannot be read. */
  readonly width?: number;
  readonly height?: number;
  readonly bytes: number;
}

/** Both texts of one item of a plan; `undefined` where there is none, or where it is an image. */
export interface ExportContent {
  readonly before?: string;
  readonly after?: string;
}

/** A place in a guide that names another one. */
export interface GuideReference {
  readonly path: string;
  /** UTF-16 offsets in the text as an editor holds it: lines end in LF, no byte order mark. */
  readonly from: number;
  readonly to: number;
  /** JSON pointer of the value; absent in the body. */
  readonly pointer?: string;
  /** From 1. */
  readonly line: number;
  /** The line without the blanks around it, cut where it is long. */
  readonly text: string;
}

/** What each request takes and gives back. */
export interface Values {
  'app.info': AppInfo;
  'app.setUnsaved': null;
  'settings.get': Settings;
  'settings.set': Settings;
  'layout.get': Layout;
  'layout.set': null;
  'workspace.choose': string | null;
  'workspace.open': WorkspaceInfo;
  'workspace.openSample': WorkspaceInfo;
  'workspace.recent': readonly RecentFolder[];
  'workspace.rescan': null;
  'guide.open': OpenedGuide;
  'guide.save': {
    readonly hash: string;
    readonly savedAt: number;
    readonly warnings?: readonly SaveWarning[];
  };
  'guide.saveCopy': { readonly path: string } | null;
  'guide.create': MadeGuide;
  'guide.typeOf': GuideType;
  /** `asWritten`: the details could not be changed, so the copy still says the old names. */
  'guide.duplicate': MadeGuide & { readonly asWritten: boolean };
  /** Paths, sorted: by a value such as the slug, and by the path of the file. */
  'guide.namedBy': { readonly byValue: readonly string[]; readonly byPath: readonly string[] };
  'guide.rename': { readonly path: string };
  'guide.move': { readonly path: string };
  'guide.follow': { readonly path: string };
  'guide.trash': TrashedGuide;
  'guide.restore': { readonly path: string };
  /** Where the original bytes are kept, relative to the workspace. */
  'guide.convert': { readonly original: string };
  /** Where other guides name this one, unsaved texts included. */
  'guide.references': readonly GuideReference[];
  'guide.headings': readonly GuideHeading[];
  'document.open': null;
  'document.change': null;
  'document.close': null;
  /** Guides (paths) with text of the last time that no file has. */
  'recovery.unsaved': readonly string[];
  /** A guide as it was when the application ended; `null` where nothing is kept of it. */
  'recovery.take': RecoveredGuide | null;
  /** Versions of a guide, the newest last. */
  'history.list': readonly HistoryVersion[];
  'history.read': { readonly text: string };
  'history.keep': null;
  'findings.all': readonly { readonly path: string; readonly diagnostics: readonly Diagnostic[] }[];
  'edit.pastePlain': null;
  'edit.copy': null;
  'images.list': readonly SiteImage[];
  /** The page template with the files beside it; `null` where the workspace has none. */
  'site.template': TemplateFiles | null;
  'images.choose': string | null;
  'images.add': { readonly sitePath: string };
  /** How many guides use each value of each vocabulary list. */
  'vocabulary.uses': Readonly<Record<string, Readonly<Record<string, number>>>>;
  'schema.infer': SchemaProposal;
  'schema.try': SchemaTrial;
  /** Path of the definitions, relative to the workspace. */
  'schema.save': { readonly path: string };
  'schema.cancel': null;
  'search.start': null;
  'search.cancel': null;
  'export.chooseTarget': string | null;
  'export.plan': ExportPlan;
  'export.cancel': null;
  'export.content': ExportContent;
  'export.apply': ExportResult;
  /** Whether a place was chosen. */
  'page.choosePdf': boolean;
  /** Name of the file. */
  'page.exportPdf': { readonly name: string };
  'page.cancel': null;
  'page.revealPdf': null;
  /** Whether it went to a printer; the author may think better of it in the system's dialog. */
  'page.print': boolean;
  'shell.openExternal': boolean;
  'shell.reveal': null;
}

/** Parameters of a request as the caller writes them. */
export type Params<M extends Method> = z.input<(typeof paramsSchemas)[M]>;
