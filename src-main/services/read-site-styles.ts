import { readConfigJson } from '#core/catalog/config-json';
import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { rangeOf } from '#core/document/pointer';
import type { Diagnostic } from '#core/lint/diagnostic';
import { localize, type Localized } from '#core/messages/messages';
import { siteLookMessages } from '#core/messages/site-look';
import { type BrokenCss, type CleanCss, cleanCss, type LeftOut } from '#core/site-css/clean-css';
import { hashOf } from '../files/hash.ts';
import { decodeFile } from './workspace-engine-text.ts';

/** Largest style sheet in bytes, and how many of them a site may have. */
const maxBytes = 1024 * 1024;
const maxSheets = 16;
/** So many of the rules left out are named, the others counted. */
const namedRules = 4;

/** A style sheet that was cleaned; its name is the same for the same text in the same place. */
interface CleanSheet extends CleanCss {
  readonly name: string;
}

/** The style sheets of a site, in their order. */
export interface SiteStyles {
  readonly sheets: readonly CleanSheet[];
  /** What was made of each text, so that it is made once. */
  readonly known: ReadonlyMap<string, CleanSheet | BrokenCss>;
  /** Findings about `profile.css` in the settings file. */
  readonly findings: readonly Diagnostic[];
}

type MessageKey = keyof typeof siteLookMessages.ja;

/** One of the texts about a style sheet, with its advice. */
type Flaw = Exclude<
  Extract<MessageKey, `${string}Advice`> extends `${infer Key}Advice` ? Key : never,
  'noTemplate'
>;

/** The rules left out, those at the same line in the same words once. */
function ruleNames(rules: readonly LeftOut[]): Localized {
  const named = rules
    .slice(0, namedRules)
    .map(({ what, line }) => localize(siteLookMessages, 'rule', { what: what.slice(0, 40), line }));
  const rest = rules.length - named.length;
  const all = rest > 0 ? [...named, localize(siteLookMessages, 'more', { count: rest })] : named;
  return {
    ja: all.map(({ ja }) => ja).join('、'),
    en: all.map(({ en }) => en).join(', '),
  };
}

/** A text that names rules, which differ by language. */
function leftOutMessage(path: string, rules: readonly LeftOut[]): Localized {
  const names = ruleNames(rules);
  const values = { path, count: rules.length };
  return {
    ja: localize(siteLookMessages, 'leftOut', { ...values, rules: names.ja }).ja,
    en: localize(siteLookMessages, 'leftOut', { ...values, rules: names.en }).en,
  };
}

/** Reads and cleans the style sheets that a profile names; `configText` is where findings belong. */
export async function readSiteStyles(
  files: WorkspaceFiles,
  config: WorkspaceConfig,
  configText: string,
  previous?: SiteStyles,
): Promise<SiteStyles> {
  const paths = config.profile.css ?? [];
  const file = readConfigJson(configText);
  const sheets: CleanSheet[] = [];
  const known = new Map<string, CleanSheet | BrokenCss>();
  const findings: Diagnostic[] = [];
  const note = (index: number, flaw: Flaw, message: Localized): void => {
    const pointer = `/profile/css/${index}`;
    findings.push({
      code: 'site-css',
      severity: 'warning',
      ...(rangeOf(file, pointer) ?? { from: 0, to: 0 }),
      message,
      advice: localize(siteLookMessages, `${flaw}Advice`),
      pointer,
    });
  };

  for (const [index, path] of paths.entries()) {
    const tell = (flaw: Exclude<Flaw, 'leftOut'>, line = 0): void =>
      note(index, flaw, localize(siteLookMessages, flaw, { path, line, limit: maxSheets }));
    if (index === maxSheets) {
      tell('tooMany');
      break;
    }
    const bytes = await files.read(path, maxBytes + 1);
    if (bytes === undefined) {
      tell('missing');
      continue;
    }
    if (bytes.length > maxBytes) {
      tell('tooLarge');
      continue;
    }
    const text = decodeFile(bytes);
    if (text === 'not-utf8' || text === 'too-large') {
      tell('notUtf8');
      continue;
    }
    const { folder, path: staticPath } = config.static;
    const name = hashOf([path, folder, staticPath, text].join('\0')).slice(0, 32);
    const before = previous?.known.get(name);
    const cleaned = before ?? cleanCss(text, { path, staticFolder: folder, staticPath });
    const sheet = 'css' in cleaned ? { ...cleaned, name } : cleaned;
    known.set(name, sheet);
    if ('brokenLine' in sheet) {
      tell('broken', sheet.brokenLine);
      continue;
    }
    sheets.push(sheet);
    if (sheet.leftOut.length > 0) note(index, 'leftOut', leftOutMessage(path, sheet.leftOut));
  }
  return { sheets, known, findings };
}
