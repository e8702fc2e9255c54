import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import canvasKitInit, { type Path, type PathOp } from 'canvaskit-wasm';
import svg2ttf from 'svg2ttf';
import svgpath from 'svgpath';
import type { CutShape, IconName, Stroke } from '../src-renderer/ui/icon-shapes.ts';

/** Units of the font to one unit of the icons' 24 grid. */
const scale = 40;
const grid = 24;

/**
 * The outline of each icon as path data in font units, y upwards. A font knows outlines only, so
 * strokes become the shapes that they paint, by Skia, which also paints them on the screen.
 */
async function outlinesOf(
  strokes: Record<string, readonly Stroke[]>,
  filled: Record<string, CutShape>,
): Promise<Record<string, string>> {
  const kit = await canvasKitInit();
  const read = (d: string): Path => {
    // Before anything else: Skia's curves are as fine as a screen needs at the size that they have.
    const turned = svgpath(d)
      .scale(scale, -scale)
      .translate(0, grid * scale)
      .toString();
    const path = kit.Path.MakeFromSVGString(turned);
    if (!path) throw new Error(`no path data: ${d}`);
    path.setFillType(kit.FillType.EvenOdd);
    return path;
  };
  const stroke = (path: Path, width: number): Path => {
    const stroked = path.makeStroked({
      width: width * scale,
      cap: kit.StrokeCap.Round,
      join: kit.StrokeJoin.Round,
    });
    if (!stroked) throw new Error('a stroke without an outline');
    return stroked;
  };
  const join = (one: Path, other: Path, op: PathOp): Path => {
    const joined = kit.Path.MakeFromOp(one, other, op);
    if (!joined) throw new Error('two shapes that cannot be joined');
    return joined;
  };
  const finish = (path: Path): string => {
    // Fonts fill by direction, not by the even-odd rule.
    const wound = path.makeAsWinding();
    if (!wound) throw new Error('a shape that cannot be filled');
    return wound.toSVGString();
  };
  const outlines: Record<string, string> = {};
  for (const [name, lines] of Object.entries(strokes)) {
    // Line by line: Skia winds a shape of several holes wrongly. Lines that cross must run the same way round.
    const parts = lines.flatMap(([d, width = 1.75]) =>
      d.split(/(?=M)/).map((part) => stroke(read(part), width)),
    );
    outlines[name] = parts.map((part) => finish(join(part, part, kit.PathOp.Union))).join('');
  }
  for (const [name, { fill, edge, cut }] of Object.entries(filled)) {
    const body = read(fill);
    const whole = edge > 0 ? join(body, stroke(body, edge), kit.PathOp.Union) : body;
    outlines[name] = finish(join(whole, read(cut), kit.PathOp.Difference));
  }
  return outlines;
}

/** Shapes on a 24 grid, y downwards, and the character of each. */
interface Icons {
  readonly strokes: Record<string, readonly Stroke[]>;
  readonly filled: Record<string, CutShape>;
  readonly glyphOf: (name: IconName) => string;
}

/** Writes the font of the icons (TrueType); the same shapes give the same bytes. */
export async function writeIconFont(icons: Icons, file: string): Promise<void> {
  const size = grid * scale;
  const glyphs = Object.entries(await outlinesOf(icons.strokes, icons.filled)).map(
    ([name, d]) =>
      `<glyph glyph-name="${name}" unicode="&#x${icons
        .glyphOf(name as IconName)
        .codePointAt(0)
        ?.toString(16)};" d="${d}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><defs><font id="icons" horiz-adv-x="${size}">
<font-face font-family="icons" units-per-em="${size}" ascent="${size}" descent="0"/>
<missing-glyph horiz-adv-x="${size}"/>
${glyphs.join('\n')}
</font></defs></svg>`;
  const bytes = Buffer.from(svg2ttf(svg, { ts: 0, version: '1.0' }).buffer);
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (readFileSync(file).equals(bytes)) return;
  } catch {
    // Not there yet.
  }
  writeFileSync(file, bytes);
}
