import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { FindingsFilter } from '#core/lint/lint';
import { type VisitPorts, visitGuides } from './visit-guides.ts';
import {
  defaultFields,
  type GuideFields,
  type WorkspaceSettings,
} from './workspace-engine-config.ts';
import {
  createHeadReader,
  type HeadReader,
  type InferredFields,
  warnOnly,
} from './workspace-engine-inferred.ts';
import type { GuideStore } from './workspace-engine-store.ts';
import { headOf } from './workspace-engine-text.ts';

/** Which field definitions apply in a workspace: its own, the default ones, or what its guides have in common. */
export interface FieldChoice {
  /** Those in force; the default ones until the first pass has shown whether they apply. */
  now(): GuideFields;
  /** Takes the workspace's own definitions into force at once, where there are such. */
  adopt(): void;
  /** Filters that belong to the definitions in force. */
  filters(): readonly FindingsFilter[];
  /** Reads heads as they come by, so that none need be read twice; `undefined` where nothing will be inferred. */
  startReading(): HeadReader | undefined;
  /** Decides anew, by heads read already where there are such; gives whether other definitions apply now. */
  decide(read?: HeadReader): Promise<boolean>;
  /** Whether the details of a file, now that it has these bytes, may lead to other definitions. */
  isStale(path: string, bytes: Uint8Array | undefined): boolean;
  /** Whether definitions of another kind should apply to the guides as they are now. */
  isOutdated(): boolean;
}

/** Makes the choice for a workspace; nothing is read before it is asked to decide. */
export function createFieldChoice(ports: {
  readonly files: WorkspaceFiles;
  readonly store: () => GuideStore;
  readonly settings: () => WorkspaceSettings;
  readonly pause: () => Promise<void>;
  readonly isStopped: () => boolean;
}): FieldChoice {
  const { files, store, settings, pause, isStopped } = ports;
  let fields: GuideFields = defaultFields;
  let inferred: InferredFields | undefined;

  function isInferenceWanted(): boolean {
    const { catalog } = store();
    if (settings().own || catalog.typicalGuides > 0) return false;
    for (const { kind } of catalog.records()) if (kind === 'guide') return true;
    return false;
  }

  async function readHeads(): Promise<HeadReader | undefined> {
    const reader = createHeadReader();
    const visiting: VisitPorts = {
      ...{ files, pause, isStopped, now: () => 0 },
      openText: () => undefined,
      progress: () => undefined,
    };
    const listed = await files.list(settings().config.guides);
    return (await visitGuides(listed, visiting, reader.add)) ? reader : undefined;
  }

  return {
    now: () => fields,
    adopt: () => void (fields = settings().own ?? fields),
    filters: () => (fields === inferred?.fields ? [warnOnly(settings().config.rules)] : []),
    startReading() {
      if (settings().own) return undefined;
      const reader = createHeadReader();
      return {
        ...reader,
        add(path, text) {
          // One typical guide decides for the default definitions, and nothing need be read of the others.
          if (store().catalog.typicalGuides === 0) reader.add(path, text);
        },
      };
    },
    async decide(read) {
      const before = fields;
      if (isInferenceWanted()) {
        const reader = read ?? (await readHeads());
        if (reader) inferred = reader.finish(inferred);
        fields = inferred?.fields ?? fields;
      } else {
        inferred = undefined;
        fields = settings().own ?? defaultFields;
      }
      return fields !== before;
    },
    isStale: (path, bytes) => inferred?.isStale(path, bytes && headOf(bytes)) ?? false,
    isOutdated() {
      if (isInferenceWanted()) return inferred === undefined;
      return fields !== (settings().own ?? defaultFields);
    },
  };
}
