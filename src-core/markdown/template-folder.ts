import type { FS } from 'liquidjs';

/** Path below the folder, or nothing where it would lead out of it. */
function pathBelow(parts: readonly string[]): string | undefined {
  const path: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part !== '..') path.push(part);
    else if (path.pop() === undefined) return undefined;
  }
  return path.join('/');
}

/** The files a template may include, as liquidjs asks for them: those given and no other. */
export function createTemplateFolder(files: Readonly<Record<string, string>>): FS {
  const texts = new Map(Object.entries(files));
  const read = (path: string): string => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`ENOENT: Failed to lookup "${path}" in "."`);
    return text;
  };
  return {
    sep: '/',
    dirname: (path) => path.split('/').slice(0, -1).join('/'),
    resolve(folder, name, extension) {
      // A name at the root begins there, whichever file asks.
      const path = pathBelow([
        ...(name.startsWith('/') ? [] : folder.split('/')),
        ...name.split('/'),
      ]);
      if (path === undefined) return '';
      return texts.has(path) ? path : path + extension;
    },
    existsSync: (path) => texts.has(path),
    exists: (path) => Promise.resolve(texts.has(path)),
    readFileSync: read,
    readFile: (path) => Promise.resolve().then(() => read(path)),
  };
}
