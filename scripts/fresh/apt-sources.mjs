import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainStop } from '../setup/say.mjs';

/**
 * Where packages of the system itself come from.
 * @typedef {object} AptSource
 * @property {string} uri
 * @property {string} suite such as `bookworm-updates`
 * @property {string} components separated by blanks
 * @property {string} [signedBy] path of a keyring
 */

/** The name of the host's release, such as `bookworm`. */
export function hostCodename() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const name = /^VERSION_CODENAME="?([\w-]+)/m.exec(release)?.[1];
  if (!name)
    throw new PlainStop('This is not a numbered Debian or Ubuntu, so there is nothing to copy.');
  return name;
}

/**
 * Lists the host's sources of its own release; other vendors' are left out.
 * @param {string} codename
 * @returns {AptSource[]} the one with the release itself first
 */
export function listAptSources(codename) {
  const dir = '/etc/apt/sources.list.d';
  const names = existsSync(dir) ? readdirSync(dir) : [];
  const files = ['/etc/apt/sources.list', ...names.map((name) => join(dir, name))].filter(
    existsSync,
  );
  const all = files.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    if (path.endsWith('.list')) return readOneLineFormat(text);
    return path.endsWith('.sources') ? readStanzas(text) : [];
  });
  const own = all.filter(({ suite }) => suite === codename || suite.startsWith(`${codename}-`));
  const sorted = own.sort((a, b) => a.suite.length - b.suite.length);
  if (sorted[0]?.suite === codename) return sorted;
  throw new PlainStop(`The apt sources of this system do not have ${codename}.`);
}

/**
 * @param {string} text
 * @returns {AptSource[]}
 */
function readOneLineFormat(text) {
  return [...text.matchAll(/^deb\s+(?:\[(.*?)\]\s+)?(\S+)\s+(\S+)\s+(.+)$/gm)].map(
    ([, options = '', uri = '', suite = '', components = '']) => {
      return { uri, suite, components, signedBy: /signed-by=(\S+)/.exec(options)?.[1] };
    },
  );
}

/**
 * @param {string} text
 * @returns {AptSource[]}
 */
function readStanzas(text) {
  return text.split(/\n\s*\n/).flatMap((stanza) => {
    /** @param {string} name */
    const field = (name) =>
      new RegExp(`^${name}:[ \\t]*(.*)$`, 'mi').exec(stanza)?.[1]?.trim() ?? '';
    if (!field('Types').split(/\s+/).includes('deb') || field('Enabled') === 'no') return [];
    const signedBy = field('Signed-By') || undefined;
    return field('URIs')
      .split(/\s+/)
      .flatMap((uri) =>
        field('Suites')
          .split(/\s+/)
          .map((suite) => ({ uri, suite, components: field('Components'), signedBy })),
      );
  });
}

/**
 * @param {readonly AptSource[]} sources
 * @returns {string} the content of a sources.list
 */
export function formatAptSources(sources) {
  return sources
    .map(({ uri, suite, components, signedBy }) => {
      return `deb ${signedBy ? `[signed-by=${signedBy}] ` : ''}${uri} ${suite} ${components}\n`;
    })
    .join('');
}
