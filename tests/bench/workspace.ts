import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SIZE = 36_000;

/** Splits a guide into its guide details and its body. */
function parts(text: string): [string, string] {
  const end = text.indexOf('\n---\n', 8) + 5;
  return [text.slice(0, end), text.slice(end)];
}

/** A body of at least `bytes` bytes (UTF-8), made of a guide's own sections, each copy told apart. */
export function grow(text: string, bytes: number): string {
  const [head, body] = parts(text);
  let grown = head + body;
  for (let copy = 2; Buffer.byteLength(grown) < bytes; copy += 1) {
    const [, ...sections] = body.split('\n---\n');
    for (const section of sections) {
      if (Buffer.byteLength(grown) >= bytes) break;
      grown += `\n\n---\n${section.replaceAll('。', `（その${copy}）。`)}`;
    }
  }
  return grown;
}

/** The longest guide of the sample, grown to a size; the text that editors and previews are timed on. */
export function longGuide(sample: string, bytes = SIZE): string {
  const texts = readdirSync(join(sample, 'guides'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(sample, 'guides', name), 'utf8'))
    .sort((a, b) => b.length - a.length);
  return grow(texts[0] ?? '', bytes);
}

/** Fills a folder with guides made from the sample's: own slugs, related to each other, about 24 KB each. */
export function generateWorkspace(folder: string, sample: string, count: number): void {
  const sources = readdirSync(join(sample, 'guides'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => grow(readFileSync(join(sample, 'guides', name), 'utf8'), 24_000));
  mkdirSync(join(folder, 'guides'), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const slug = `guide_${String(index).padStart(5, '0')}`;
    const [head, body] = parts(sources[index % sources.length] ?? '');
    const details = JSON.parse(head.slice('---json\n'.length, -'---\n'.length)) as object;
    const related = [1, 7, 31].map(
      (step) => `guide_${String((index + step) % count).padStart(5, '0')}`,
    );
    const own = { ...details, related_jobs: related, slug, title: `${index}番目の仕事` };
    writeFileSync(
      join(folder, 'guides', `${slug}.md`),
      `---json\n${JSON.stringify(own, null, 2)}\n---\n${body}`,
    );
  }
}
