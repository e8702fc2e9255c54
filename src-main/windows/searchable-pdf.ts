import { deflateSync, inflateSync } from 'node:zlib';

/**
 * Forms of radicals that are drawn like a letter of their own but that normalisation leaves alone, and
 * those letters (Unicode's EquivalentUnifiedIdeograph.txt, the ones that Japanese fonts share).
 */
const radicals = '⺟母⺠民⻁虎⻄西⻅見⻑長⻘青⻝食⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀⻳龜⺩王⻆角⻌辶';
const letterOf = new Map<number, number>();
for (let at = 0; at < radicals.length; at += 2) {
  letterOf.set(radicals.charCodeAt(at), radicals.charCodeAt(at + 1));
}

/** The letter that a radical looks like; any other code as it is. */
function toLetter(code: number): number {
  if (code < 0x2e80 || code > 0x2fd5) return code;
  return letterOf.get(code) ?? String.fromCharCode(code).normalize('NFKC').charCodeAt(0);
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** A map from glyphs to text with letters in the place of radicals; the very same where it has none. */
export function mapToLetters(map: string): string {
  return map
    .replaceAll(/(\d+) beginbfchar\n([\s\S]*?)endbfchar/g, (whole) =>
      whole.replaceAll(
        /(<[0-9A-F]+> )<([0-9A-F]{4})>/gi,
        (_, glyph: string, to: string) => `${glyph}<${hex(toLetter(Number.parseInt(to, 16)))}>`,
      ),
    )
    .replaceAll(/\d+ beginbfrange\n([\s\S]*?)endbfrange/g, (whole, rows: string) => {
      const kept: string[] = [];
      const single: string[] = [];
      for (const row of rows.trim().split('\n')) {
        const [, first = '', last = '', to = ''] =
          /^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/i.exec(row.trim()) ?? [];
        const from = Number.parseInt(first, 16);
        const target = Number.parseInt(to, 16);
        const count = Number.parseInt(last, 16) - from + 1;
        const codes = Array.from({ length: count > 0 ? count : 0 }, (_, index) => target + index);
        if (codes.every((code) => toLetter(code) === code)) kept.push(row);
        else {
          const digits = first.length;
          codes.forEach((code, index) => {
            const glyph = (from + index).toString(16).toUpperCase().padStart(digits, '0');
            single.push(`<${glyph}> <${hex(toLetter(code))}>`);
          });
        }
      }
      if (single.length === 0) return whole;
      const parts =
        kept.length > 0 ? [`${kept.length} beginbfrange\n${kept.join('\n')}\nendbfrange`] : [];
      // A hundred entries are the most that the format allows in one list.
      for (let at = 0; at < single.length; at += 100) {
        const some = single.slice(at, at + 100);
        parts.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
      }
      return parts.join('\n');
    });
}

/** Where each object begins, by the table at the end of the file; `undefined` for other kinds of file. */
function readTable(pdf: string): { offsets: number[]; start: number; trailer: string } | undefined {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-64))?.[1] ?? Number.NaN);
  const [, size = ''] = /^xref\n0 (\d+)\n/.exec(pdf.slice(start, start + 32)) ?? [];
  if (size === '') return undefined;
  const rows = start + `xref\n0 ${size}\n`.length;
  const offsets = Array.from({ length: Number(size) }, (_, id) =>
    Number(pdf.slice(rows + id * 20, rows + id * 20 + 10)),
  );
  const trailer = /^trailer\s*<<([^<>]*)>>/.exec(pdf.slice(rows + Number(size) * 20))?.[1];
  return trailer === undefined ? undefined : { offsets, start, trailer };
}

/**
 * A PDF whose text can be searched and copied: where a font draws a letter and a radical alike (入 and
 * ⼊), Chromium says the radical. The maps from glyphs to text are replaced by an update at the end of
 * the file, as the format provides for; a file that is built otherwise is left as it is.
 */
export function searchablePdf(bytes: Uint8Array): Uint8Array {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const table = readTable(pdf);
  if (table === undefined) return bytes;
  const ids = new Set([...pdf.matchAll(/\/ToUnicode (\d+) 0 R/g)].map(([, id]) => Number(id)));
  let added = '\n';
  const places: { readonly id: number; readonly at: number }[] = [];
  for (const id of ids) {
    const from = table.offsets[id] ?? 0;
    const head = new RegExp(String.raw`^${id} 0 obj\s*<<([^<>]*)>>\s*stream\r?\n`).exec(
      pdf.slice(from, from + 200),
    );
    const length = Number(/\/Length (\d+)/.exec(head?.[1] ?? '')?.[1] ?? Number.NaN);
    if (!head || Number.isNaN(length)) continue;
    const isDeflated = head[1]?.includes('/FlateDecode') ?? false;
    const data = pdf.slice(from + head[0].length, from + head[0].length + length);
    const map = isDeflated ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
    const letters = mapToLetters(map);
    if (letters === map) continue;
    const stream = deflateSync(Buffer.from(letters, 'latin1')).toString('latin1');
    places.push({ id, at: pdf.length + added.length });
    added += `${id} 0 obj\n<</Filter /FlateDecode\n/Length ${stream.length}>> stream\n${stream}\nendstream\nendobj\n`;
  }
  if (places.length === 0) return bytes;
  const start = pdf.length + added.length;
  const rows = places.map(({ id, at }) => `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
  added += `xref\n${rows.join('')}trailer\n<<${table.trailer}\n/Prev ${table.start}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(added, 'latin1')]);
}
