import { readConfigJson } from '#core/catalog/config-json';
import type { ListedFile, WorkspaceFiles } from '#core/catalog/workspace-files';
import { createSchemaInference } from '#core/schema/infer-schema';
import type { SchemaProposal } from '#core/schema/schema-proposal';
import { hashOf } from '../files/hash.ts';
import { readDetails, type VisitPorts, visitGuides } from './visit-guides.ts';
import type { WorkspaceSettings } from './workspace-engine-config.ts';
import { decodeFile } from './workspace-engine-text.ts';

/** The field definitions that a folder has as a file, whatever they are worth. */
async function readCurrent(
  path: string | undefined,
  files: Pick<WorkspaceFiles, 'read'>,
): Promise<SchemaProposal['current']> {
  const bytes = path === undefined ? undefined : await files.read(path);
  if (path === undefined || !bytes) return undefined;
  const text = decodeFile(bytes);
  const readable = text === 'not-utf8' || text === 'too-large' ? '' : text.replace(/^\ufeff/, '');
  return { path, text: readable, hash: hashOf(bytes) };
}

/**
 * Reads what the guides of a folder have in common from the first bytes of each. Labels and helps of the
 * present definitions are kept. `undefined` where it was stopped.
 */
export async function proposeSchema(
  listed: readonly ListedFile[],
  { vocabulary, schemaPath }: Pick<WorkspaceSettings, 'vocabulary' | 'schemaPath'>,
  ports: VisitPorts,
): Promise<SchemaProposal | undefined> {
  const current = await readCurrent(schemaPath, ports.files);
  const data = current && readConfigJson(current.text).data;
  const inference = createSchemaInference({
    vocabulary,
    ...(data === undefined ? {} : { current: data }),
  });
  const isWhole = await visitGuides(listed, ports, (path, text) => {
    const details = readDetails(text);
    if (details === 'unreadable') inference.skip(path);
    else if (details !== 'other') inference.add(path, details);
  });
  if (!isWhole) return undefined;
  const { guides, skipped, fields, text } = inference.finish();
  return { guides, skipped, fields, text, ...(current ? { current } : {}) };
}
