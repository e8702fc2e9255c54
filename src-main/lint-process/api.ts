import type {
  ExportContent,
  GuideReference,
  Params,
  Result,
  SiteImage,
  Values,
  WorkspaceInfo,
} from '#core/ipc/contract';
import type { EventValues } from '#core/ipc/event-values';
import type { GuideType } from '#core/catalog/workspace-config';
import type { ExportPlan, ExportResult } from '#core/export/plan';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { GuideHeading } from '#core/markdown/guide-headings';
import type { TemplateFiles } from '#core/markdown/page-template';
import type { SchemaProposal, SchemaTrial } from '#core/schema/schema-proposal';

/** What reading a workspace's configuration gives; main adds what belongs to this machine. */
export type OpenedWorkspace = Omit<WorkspaceInfo, 'id' | 'targetRoots'>;

/**
 * What main asks of the process that reads, checks and exports one workspace. Nothing here runs on
 * main's event loop; the command line calls the same services without a process between.
 */
export interface WorkspaceProcess {
  /** Reads the configuration and begins scanning; entries and findings follow as events. */
  open(root: string): Promise<Result<OpenedWorkspace>>;
  /** Reads everything again: the truth, where watching is only a hint. */
  rescan(): Promise<void>;
  /** Paths (relative, `/`) that may have changed on disk; folders are read again whole. */
  filesChanged(paths: readonly string[]): Promise<void>;
  openDocument(path: string, text: string, version: number): Promise<void>;
  changeDocument(change: Params<'document.change'>): Promise<void>;
  closeDocument(path: string): Promise<void>;
  allFindings(): Promise<readonly { path: string; diagnostics: readonly Diagnostic[] }[]>;
  images(): Promise<readonly SiteImage[]>;
  /** A style sheet of the site by its name, cleaned; `undefined` where there is none of that name. */
  siteStyle(name: string): Promise<string | undefined>;
  siteTemplate(): Promise<TemplateFiles | undefined>;
  /** The text and place of a new guide; main writes it. */
  newGuide(params: Params<'guide.create'>): Promise<Result<{ path: string; text: string }>>;
  /** A guide type with the chapters of a guide. */
  typeOfGuide(path: string): Promise<Result<GuideType>>;
  /** The text and place of a copy; main writes it. `text` is that of the original, line ends included. */
  copyGuide(
    params: Params<'guide.duplicate'> & { readonly text: string },
  ): Promise<Result<{ path: string; text: string; asWritten: boolean }>>;
  namedBy(path: string): Promise<Values['guide.namedBy']>;
  /** The places in other guides that name this one. */
  guideReferences(path: string): Promise<readonly GuideReference[]>;
  guideHeadings(path: string): Promise<readonly GuideHeading[]>;
  vocabularyUses(): Promise<Values['vocabulary.uses']>;
  /** Reads all guides for what they have in common; ends a proposal or trial that is under way. */
  inferSchema(): Promise<Result<SchemaProposal>>;
  trySchema(text: string): Promise<Result<SchemaTrial>>;
  /** Where main would write these definitions (relative, `/`); `bad-request` where they cannot be used. */
  schemaPlace(text: string): Promise<Result<{ path: string }>>;
  cancelSchema(): Promise<void>;
  /** Begins a search and ends the one before; what it finds follows as events. */
  startSearch(search: Params<'search.start'>): Promise<void>;
  cancelSearch(): Promise<void>;
  planExport(target: string, root: string): Promise<Result<ExportPlan>>;
  exportContent(planId: string, target: string): Promise<Result<ExportContent>>;
  applyExport(planId: string, leaveOut: readonly string[]): Promise<Result<ExportResult>>;
  cancelExport(): Promise<void>;
}

/** What the process tells main unasked; each goes on to the window as the event of that name. */
export interface WorkspaceProcessEvents {
  entries(value: EventValues['workspace.entries']): void;
  progress(value: EventValues['workspace.progress']): void;
  findings(value: EventValues['findings.changed']): void;
  workspaceChanged(value: OpenedWorkspace): void;
  exportProgress(value: EventValues['export.progress']): void;
  schemaProgress(value: EventValues['schema.progress']): void;
  searchResults(value: EventValues['search.results']): void;
  searchOutdated(value: EventValues['search.outdated']): void;
}
