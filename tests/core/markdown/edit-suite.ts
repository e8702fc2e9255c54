import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  nat,
  noBias,
  oneof,
  property,
  record,
} from 'fast-check';
import type { SiteProfile } from '#core/catalog/workspace-config';
import { applyEdits, type TextEdit } from '#core/document/text-edit';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createRenderer } from '#core/markdown/renderer';
import { createComposedPage } from './composed-page.ts';
import { tryWhole } from './equality.ts';
import { allGfmExamples } from './gfm-examples.ts';
import { guidePieces } from './guide-pieces.ts';
import { examples } from './markdown-examples.ts';
import { rawHtmlExamples } from './raw-html-examples.ts';
import { specificationExamples } from './specification.ts';

const tokens = [
  '\n',
  '\n\n',
  '# ',
  '\n# 見出し\n',
  '\n## 二\n\n',
  '- ',
  '\n- ',
  '    ',
  '> ',
  '\n> ',
  '```',
  '\n```\n',
  '~~~\n',
  '**',
  '*',
  '_',
  '`',
  '[',
  ']',
  '](',
  ')',
  '|',
  '\n---\n',
  '\n===\n',
  '<!--',
  '-->',
  '<div>',
  '\n</div>\n',
  '\\',
  '&amp;',
  '1. ',
  '[^1]',
  '\n[^1]: 注\n',
  '[^注]',
  '![',
  '\n[ref]: /x\n',
  '[ref]',
  '[完全ガイド]',
  '\t',
  ' ',
  'あ',
  '「',
  '」',
  '字を足す',
  '\n| a |\n|---|\n',
];

const htmlTokens = [
  '<b>',
  '</b>',
  '<i>',
  '<a href="/x">',
  '</a>',
  '<details>',
  '\n</details>\n',
  '<summary>',
  '\n<table>\n',
  '<td>',
  '</table>',
  '<p>',
  '\n<div class="',
  '">',
  '\n<form>\n',
  '\n<h2>',
  '<li>',
  '</ul>',
  '<svg>',
  '<select>',
  '\n<textarea>\n',
  '<br>',
  '<kbd>x</kbd>',
  '\n<pre>\n',
  '</p>',
  '<plaintext>',
];

/** One edit, by its place as a part of the text. */
export interface Step {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const specified = specificationExamples.map(({ markdown }) => markdown);
const allExamples = [...examples, ...allGfmExamples, ...specified];

/** Random edits as authors make them; `html` with tags among what is put in. */
export const stepOf = (html: boolean): Arbitrary<Step> =>
  record({
    // Evenly spread: fast-check would prefer the start of the text.
    at: noBias(nat(1_000_000)).map((millionths) => millionths / 1_000_000),
    remove: oneof(
      { arbitrary: constant(0), weight: 4 },
      { arbitrary: integer({ min: 1, max: 6 }), weight: 3 },
      { arbitrary: integer({ min: 7, max: 120 }), weight: 1 },
    ),
    insert: oneof(
      { arbitrary: constantFrom(...tokens, ...(html ? htmlTokens : [])), weight: 6 },
      { arbitrary: constant(''), weight: 2 },
      { arbitrary: constantFrom(...allExamples, ...(html ? rawHtmlExamples : [])), weight: 1 },
    ),
  });

/** Random texts made of guides' parts and examples, up to 3 KB. */
export const textOf = (html: boolean): Arbitrary<string> =>
  array(
    constantFrom(
      ...guidePieces,
      ...guidePieces,
      ...guidePieces,
      ...allExamples.filter((_, index) => index % 8 === 0),
      ...(html ? rawHtmlExamples : []),
    ),
    { minLength: 1, maxLength: 8 },
  ).map((pieces) => {
    let text = '';
    for (const piece of pieces) {
      if (Buffer.byteLength(text) + Buffer.byteLength(piece) < 3000) text += `${piece}\n`;
    }
    return text;
  });

/** The edit that a step means in a text of this length. */
export function toEdit(length: number, { at, remove, insert }: Step): TextEdit {
  const from = Math.floor(at * length);
  return { from, to: Math.min(length, from + remove), insert };
}

/** What a row of edits did, to see that the comparison means something. */
export interface EditCounts {
  edits: number;
  /** Edits after which other sections stood in the page. */
  cutEdits: number;
  /** Sections that were rendered again. */
  sent: number;
}

function describeDifference(text: string, pieces: string, full: string): string {
  let at = 0;
  while (pieces[at] === full[at]) at += 1;
  const around = (page: string): string => page.slice(Math.max(0, at - 200), at + 300);
  return [JSON.stringify(text), 'pieces:', around(pieces), 'full:', around(full)].join('\n');
}

/**
 * Makes `runs` × `perRun` random edits in texts of their own and compares the patched page with a full
 * render after each; throws with the shortest failing row.
 */
export function compareEdits(options: {
  readonly profile: SiteProfile;
  readonly seed: number;
  readonly runs: number;
  readonly perRun: number;
  readonly texts?: Arbitrary<string>;
}): EditCounts {
  const { profile, seed, runs, perRun } = options;
  const html = profile.html === 'sanitise';
  const counts: EditCounts = { edits: 0, cutEdits: 0, sent: 0 };
  const whole = createRenderer(profile);
  const steps = array(stepOf(html), { minLength: perRun, maxLength: perRun });
  assert(
    property(options.texts ?? textOf(html), steps, (start, row) => {
      const renderer = createIncrementalRenderer(profile);
      const page = createComposedPage();
      let current = start;
      renderer.reset(start);
      page.apply(renderer.render());
      for (const one of row) {
        const edit = toEdit(current.length, one);
        const next = applyEdits(current, [edit]);
        const expected = tryWhole(whole, next);
        if (!expected) continue;
        current = next;
        renderer.edit([edit]);
        const patch = renderer.render();
        page.apply(patch);
        counts.edits += 1;
        counts.sent += patch.sections.length;
        if (patch.order.remove + patch.order.insert.length > 0) counts.cutEdits += 1;
        // As strings, since comparing trees takes several times longer.
        const [pieces, full] = [JSON.stringify(page.root()), JSON.stringify(expected)];
        if (pieces !== full) throw new Error(describeDifference(current, pieces, full));
      }
    }),
    { seed, numRuns: runs, endOnFailure: true },
  );
  return counts;
}
