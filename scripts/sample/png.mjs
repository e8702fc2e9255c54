import { deflateSync } from 'node:zlib';

const distance = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 +
  (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 +
  ((a & 255) - (b & 255)) ** 2;

// 256 colours: the most frequent ones, then those farthest from all chosen, so that soft edges keep their steps.
function choosePalette(pixels) {
  const counts = new Map();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const colors = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const palette = colors.slice(0, 176);
  const gaps = new Map(
    colors.slice(176).map((color) => [color, Math.min(...palette.map((p) => distance(p, color)))]),
  );
  while (palette.length < 256 && gaps.size > 0) {
    let farthest = -1;
    for (const [color, gap] of gaps) if (farthest < 0 || gap > gaps.get(farthest)) farthest = color;
    gaps.delete(farthest);
    palette.push(farthest);
    for (const [color, gap] of gaps) gaps.set(color, Math.min(gap, distance(color, farthest)));
  }
  const indexes = new Map(palette.map((color, i) => [color, i]));
  for (const color of colors) {
    if (indexes.has(color)) continue;
    let best = 0;
    for (let i = 1; i < palette.length; i++)
      if (distance(palette[i], color) < distance(palette[best], color)) best = i;
    indexes.set(color, best);
  }
  return { palette, indexes };
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
}

/**
 * A picture as PNG with a palette.
 * @param {Uint32Array} pixels 0xRRGGBB, row by row
 * @param {number} width
 * @param {number} height
 */
export function encode(pixels, width, height) {
  const { palette, indexes } = choosePalette(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexes.get(pixels[y * width + x]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
