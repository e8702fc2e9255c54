import { inflateSync } from 'node:zlib';

/** What a PDF says of itself, read from its objects: its own parts only, enough for what Chromium writes. */
export interface PdfFacts {
  readonly tagged: boolean;
  /** Words of the bookmarks, in the order of the file. */
  readonly bookmarks: readonly string[];
  /** Names of the embedded fonts. */
  readonly fonts: readonly string[];
  readonly pages: number;
  /** Addresses that links lead to. */
  readonly links: readonly string[];
  /** Every character that the fonts' maps give back as text. */
  readonly characters: ReadonlySet<string>;
  /** Sizes of the pages in points. */
  readonly boxes: readonly string[];
  readonly images: number;
}

function textOf(value: string): string {
  const hex = /^<([0-9a-f\s]*)>$/i.exec(value)?.[1]?.replaceAll(/\s/g, '');
  const bytes =
    hex === undefined
      ? Buffer.from(
          value
            .slice(1, -1)
            .replaceAll(/\\([0-7]{1,3})/g, (_, octal: string) =>
              String.fromCharCode(Number.parseInt(octal, 8)),
            )
            .replaceAll(/\\(.)/gs, '$1'),
          'latin1',
        )
      : Buffer.from(hex, 'hex');
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isWide
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

/** The streams of all objects; of one that is written twice, the later. */
function streamsOf(raw: string): string[] {
  const byId = new Map<string, string>();
  for (const [, id = '', data = ''] of raw.matchAll(
    /\n(\d+) 0 obj\s*<<(?:[^<>]|<<[^<>]*>>)*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g,
  )) {
    byId.set(id, data);
  }
  return [...byId.values()].flatMap((data) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
}

function mappedCharacters(streams: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (hex: string, plus = 0): void => {
    const units = Buffer.from(hex, 'hex').swap16().toString('utf16le');
    const code = units.codePointAt(0);
    if (plus === 0) found.add(units);
    else if (code !== undefined) found.add(String.fromCodePoint(code + plus));
  };
  for (const map of streams.filter((stream) => stream.includes('beginbf'))) {
    for (const [, part = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
      for (const [, to = ''] of part.matchAll(/<[0-9a-f]+>\s*<([0-9a-f]+)>/gi)) add(to);
    }
    for (const [, part = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
      for (const [, from = '', last = '', to = ''] of part.matchAll(
        /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
      )) {
        const count = Number.parseInt(last, 16) - Number.parseInt(from, 16);
        for (let plus = 0; plus <= count; plus += 1) add(to, plus);
      }
    }
  }
  return found;
}

/** Reads the facts of a PDF as Chromium writes it: objects in the open, streams deflated. */
export function readPdf(bytes: Buffer): PdfFacts {
  const raw = bytes.toString('latin1');
  const string = String.raw`\((?:\\[\s\S]|[^\\)])*\)|<[0-9a-fA-F\s]*>`;
  const all = (pattern: string): string[] =>
    [...raw.matchAll(new RegExp(pattern, 'g'))].map(([, value = '']) => value);
  const outline = raw
    .split(/\bendobj\b/)
    .filter((one) => /\/Title\b/.test(one) && /\/Parent\b/.test(one));
  return {
    tagged: /\/MarkInfo\s*<<[^>]*\/Marked\s+true/.test(raw) && /\/StructTreeRoot\b/.test(raw),
    bookmarks: outline.map((one) =>
      textOf(new RegExp(String.raw`/Title\s*(${string})`).exec(one)?.[1] ?? '()'),
    ),
    fonts: all(String.raw`/FontName\s*/([^\s/<>\[\]()]+)`),
    pages: all(String.raw`/Type\s*/(Page)\b`).length,
    links: all(String.raw`/URI\s*(${string})`).map(textOf),
    characters: mappedCharacters(streamsOf(raw)),
    boxes: all(String.raw`/MediaBox\s*\[([^\]]*)\]`),
    images: all(String.raw`/Subtype\s*/(Image)\b`).length,
  };
}
