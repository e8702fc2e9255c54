import fc from 'fast-check';
import { compact, type Spelled, spelledObject } from './spelled-json.ts';

/** A guide as text, with what it is made of. */
export interface GeneratedGuide {
  readonly text: string;
  readonly data: Spelled;
  /** What follows the closing fence, its line end included. */
  readonly body: string;
  readonly eol: Eol;
  /** Whether blank lines stand within the details. */
  readonly airy: boolean;
}

type Eol = '\n' | '\r\n' | '\r' | 'mixed';
type Shape = 'spread' | 'inline' | 'padded' | 'compact' | 'odd';

const shapes: readonly Shape[] = ['spread', 'spread', 'inline', 'padded', 'compact', 'odd'];
const oddBlanks = ['', '', ' ', '\n', '\n  ', '\t', '\n\n    ', '  '];

interface Taste {
  readonly unit: string;
  readonly colon: string;
  /** Draws that decide the shape of each container and the blanks of odd ones, used in turn. */
  readonly draws: readonly number[];
}

/** JSON text of a value, each container laid out in a way of its own. */
function layOut(data: Spelled, { unit, colon, draws }: Taste): string {
  let at = 0;
  const draw = (below: number): number => (draws[at++ % draws.length] ?? 0) % below;
  const blank = (): string => oddBlanks[draw(oddBlanks.length)] ?? '';

  const enclose = (
    open: string,
    close: string,
    shape: Shape,
    indent: string,
    items: string[],
  ): string => {
    if (shape === 'odd') {
      const odd = items.map((item) => blank() + item + blank()).join(',');
      return open + (odd || blank()) + close;
    }
    if (items.length === 0) return draw(4) === 0 ? `${open} ${close}` : open + close;
    if (shape === 'spread') {
      const inner = `\n${indent}${unit}`;
      return `${open}${inner}${items.join(`,${inner}`)}\n${indent}${close}`;
    }
    const pad = shape === 'padded' ? ' ' : '';
    return open + pad + items.join(shape === 'compact' ? ',' : ', ') + pad + close;
  };

  const write = (value: Spelled, indent: string, within: Shape): string => {
    if (value.kind === 'scalar' || value.kind === 'any') return compact(value);
    const own = shapes[draw(shapes.length)] ?? 'spread';
    const shape = within === 'spread' || within === 'odd' ? own : within;
    const inner = shape === 'spread' ? indent + unit : indent;
    if (value.kind === 'list') {
      return enclose(
        '[',
        ']',
        shape,
        indent,
        value.items.map((item) => write(item, inner, shape)),
      );
    }
    const fields = [...value.fields.values()].map((field) => {
      const between = shape === 'odd' ? `${blank()}:${blank()}` : colon;
      return field.rawName + between + write(field.value, inner, shape);
    });
    return enclose('{', '}', shape, indent, fields);
  };
  return write(data, '', draw(5) === 0 ? 'odd' : 'spread');
}

const bodyLine = fc.constantFrom(
  '# [完全ガイド] Nurse: 看護',
  '',
  '',
  '---',
  '---',
  '---json',
  '---js',
  '{"a": 1}',
  '+++',
  'trailing  ',
  '\u2028',
  '\u0000',
  '*   **詳細:** 𠮷',
  '\t',
);

/** Guides of every layout: nested, inline and spread, tabs, odd blanks, any line ends, mark and body. */
export const generatedGuide: fc.Arbitrary<GeneratedGuide> = fc
  .record({
    data: spelledObject,
    unit: fc.constantFrom('  ', '  ', '    ', '\t', ' '),
    colon: fc.constantFrom(': ', ': ', ':', ' : ', ':\t'),
    draws: fc.array(fc.nat(999), { minLength: 8, maxLength: 24 }),
    eol: fc.constantFrom<Eol>('\n', '\n', '\r\n', '\r\n', '\r', 'mixed'),
    mark: fc.constantFrom('', '', '\ufeff'),
    opening: fc.constantFrom('---json', '---json', '---json ', '--- json', '---JSON'),
    closing: fc.constantFrom('---', '---', '--- ', '---\t'),
    body: fc.array(bodyLine, { maxLength: 6 }),
    ended: fc.boolean(),
  })
  .map(({ data, eol, mark, opening, closing, body, ended, draws, ...taste }) => {
    const json = layOut(data, { ...taste, draws });
    let at = 0;
    const ends = ['\n', '\r\n', '\r'];
    const end = (): string =>
      eol === 'mixed' ? (ends[(draws[at++ % draws.length] ?? 0) % ends.length] ?? '\n') : eol;
    const head = `${mark}${opening}\n${json}\n${closing}`.replaceAll('\n', end);
    const lines = body.length === 0 && !ended ? '' : `\n${body.join('\n')}${ended ? '\n' : ''}`;
    const rest = lines.replaceAll('\n', end);
    return { text: head + rest, data, body: rest, eol, airy: /[\r\n][ \t]*[\r\n]/.test(json) };
  });
