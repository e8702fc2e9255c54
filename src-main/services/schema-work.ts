import type { ListedFile, WorkspaceFiles } from '#core/catalog/workspace-files';
import type { Result } from '#core/ipc/contract';
import type { EventValues } from '#core/ipc/event-values';
import type { SchemaText } from '#core/schema/check-schema';
import type { SchemaProposal, SchemaTrial } from '#core/schema/schema-proposal';
import { proposeSchema } from './propose-schema.ts';
import { readDefinitions, trySchema } from './try-schema.ts';
import type { VisitPorts } from './visit-guides.ts';
import type { WorkspaceEngine } from './workspace-engine.ts';
import { settingsFolder } from './workspace-engine-config.ts';
import { listImages } from './workspace-engine-scan.ts';
import { decodeFile } from './workspace-engine-text.ts';

const schemaFolder = `${settingsFolder}/schema`;

/** Rules that definitions have no part in. */
const beside = {
  'guide-orphan': 'off',
  'relation-one-way': 'off',
  'term-variant': 'off',
} as const;

/** Proposals and trials of field definitions for one workspace. */
export interface SchemaWork {
  propose(): Promise<Result<SchemaProposal>>;
  /** Reports what the guides would come to by these definitions; nothing is kept. */
  try(text: string): Promise<Result<SchemaTrial>>;
  /** Where these definitions would be written; refused where they cannot be used. */
  place(text: string): Promise<Result<{ readonly path: string }>>;
  /** Ends what is under way, which then fails as `cancelled`. */
  cancel(): void;
}

/** What the work needs of the process it runs in. */
export interface SchemaWorkPorts {
  readonly files: WorkspaceFiles;
  readonly engine: WorkspaceEngine;
  readonly pause: () => Promise<void>;
  readonly now: () => number;
  readonly onProgress: (value: EventValues['schema.progress']) => void;
}

/** Makes the work of one workspace. One thing is done at a time: what begins later ends what is under way. */
export function createSchemaWork({
  files,
  engine,
  pause,
  now,
  onProgress,
}: SchemaWorkPorts): SchemaWork {
  let turn = 0;

  async function run<Value>(
    work: (listed: readonly ListedFile[], ports: VisitPorts) => Promise<Value | undefined>,
  ): Promise<Result<Value>> {
    const own = (turn += 1);
    const ports: VisitPorts = {
      ...{ files, pause, now },
      openText: (path) => engine.store.openText(path)?.text,
      isStopped: () => turn !== own,
      progress: (done, total) => onProgress({ done, total }),
    };
    const listed = await files.list(engine.config().guides);
    const value = await work(listed, ports);
    if (value !== undefined) return { ok: true, value };
    return { ok: false, failure: { code: 'cancelled', detail: 'field definitions' } };
  }

  /** Reads definitions as if they lay where they would be written, beside the others that are there. */
  async function read(text: string): Promise<{
    readonly path: string;
    readonly definitions: ReturnType<typeof readDefinitions>;
  }> {
    const path = engine.settings().schemaPath ?? `${schemaFolder}/guide.json`;
    const listed = await files.list([`${schemaFolder}/*.json`]);
    const others = await Promise.all(
      listed.filter((file) => file.path !== path).map((file) => readText(file.path)),
    );
    const name = path.slice(schemaFolder.length + 1);
    return { path, definitions: readDefinitions({ name, text }, others) };
  }

  async function readText(path: string): Promise<SchemaText> {
    const bytes = await files.read(path);
    const text = bytes && decodeFile(bytes);
    // What is no text is JSON that breaks at its first character.
    const isText = text !== undefined && text !== 'not-utf8' && text !== 'too-large';
    return { name: path.slice(schemaFolder.length + 1), text: isText ? text : '\0' };
  }

  return {
    propose: () => run((listed, ports) => proposeSchema(listed, engine.settings(), ports)),
    try: (text) =>
      run<SchemaTrial>(async (listed, ports) => {
        const { definitions } = await read(text);
        if (!definitions.ok) return definitions;
        const images = await listImages(files, engine.config());
        const { fields, settings } = engine.context();
        // How guides hang together is not what definitions are tried for.
        const severities = { ...settings.severities, ...beside };
        const context = {
          ...{ present: fields, settings: { ...settings, severities } },
          images: images.map(({ sitePath, bytes }) => ({ sitePath, bytes })),
        };
        return trySchema(definitions.definitions, listed, context, ports);
      }),
    async place(text) {
      const { path, definitions } = await read(text);
      if (definitions.ok) return { ok: true, value: { path } };
      return { ok: false, failure: { code: 'bad-request', detail: definitions.problem.en } };
    },
    cancel: () => void (turn += 1),
  };
}
