// Draws the images of the sample workspace: flat shapes on a gradient, no
// random numbers and no fonts, so the same files come out on every machine.
//   node scripts/sample/make-images.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineering } from './pictures-engineering.mjs';
import { more } from './pictures-more.mjs';
import { encode } from './png.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../content/static/img');

const TILE = 16;
// Bands of the gradient: few enough to compress well, too many to be seen.
const STEPS = 44;
const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

function draw({ colors, layers }, width, height, scale) {
  const [from, to] = colors.map(rgb);
  const all = layers();
  const pixels = new Uint32Array(width * height);
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      // A distance never changes faster than the place: shapes far from the tile's middle cannot touch it.
      const mx = (left + TILE / 2 - width / 2) / scale;
      const my = (top + TILE / 2 - height / 2) / scale;
      const near = all.filter((layer) => layer.shape(mx, my) * scale < TILE * 0.71 + 1);
      for (let py = top; py < Math.min(top + TILE, height); py++) {
        for (let px = left; px < Math.min(left + TILE, width); px++) {
          const x = (px + 0.5 - width / 2) / scale;
          const y = (py + 0.5 - height / 2) / scale;
          const t = Math.round(STEPS * ((px / width) * 0.36 + (py / height) * 0.64)) / STEPS;
          const ground = from.map((v, i) => v + (to[i] - v) * t);
          let color = ground;
          for (const layer of near) {
            const cover = Math.min(1, Math.max(0, 0.5 - layer.shape(x, y) * scale)) * layer.alpha;
            if (cover > 0) {
              const over = layer.color ?? ground;
              color = color.map((v, i) => v + (over[i] - v) * cover);
            }
          }
          const [r, g, b] = color.map(Math.round);
          pixels[py * width + px] = (r << 16) | (g << 8) | b;
        }
      }
    }
  }
  return encode(pixels, width, height);
}

mkdirSync(folder, { recursive: true });
for (const [slug, picture] of Object.entries({ ...engineering, ...more })) {
  for (const [name, width, height, scale] of [
    [slug, 640, 360, 0.52],
    [`${slug}_hero`, 1600, 900, 1.12],
  ]) {
    const bytes = draw(picture, width, height, scale);
    writeFileSync(join(folder, `${name}.png`), bytes);
    console.log(`${name}.png  ${width}x${height}  ${(bytes.length / 1024).toFixed(1)} KB`);
  }
}
