// Draws the images of the sample workspace: flat shapes on a gradient, no
// random numbers and no fonts, so the same files come out on every machine.
//   node scripts/sample/make-images.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../content/static/img');

// A shape is its signed distance in picture units (hero: 1600 x 900 around 0,0), negative inside.
const circle = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
const ring = (cx, cy, r, w) => (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) - w / 2;
const box =
  (cx, cy, w, h, r = 0) =>
  (x, y) => {
    const qx = Math.abs(x - cx) - w / 2 + r;
    const qy = Math.abs(y - cy) - h / 2 + r;
    return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - r;
  };
const line = (x1, y1, x2, y2, w) => (x, y) => {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const t = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy) - w / 2;
};
const path = (points, w) => any(...points.slice(1).map((p, i) => line(...points[i], ...p, w)));
const polygon =
  (points, r = 0) =>
  (x, y) => {
    let inside = false;
    let d = Infinity;
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const [x1, y1] = points[j];
      const [x2, y2] = points[i];
      d = Math.min(d, line(x1, y1, x2, y2, 0)(x, y));
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return (inside ? -d : d) - r;
  };
const arc = (cx, cy, r, w, from, to) => (x, y) => {
  let a = Math.atan2(y - cy, x - cx);
  while (a < from) a += 2 * Math.PI;
  if (a <= to) return Math.abs(Math.hypot(x - cx, y - cy) - r) - w / 2;
  const end = (t) => Math.hypot(x - cx - r * Math.cos(t), y - cy - r * Math.sin(t));
  return Math.min(end(from), end(to)) - w / 2;
};
const any =
  (...shapes) =>
  (x, y) =>
    Math.min(...shapes.map((s) => s(x, y)));
const both =
  (...shapes) =>
  (x, y) =>
    Math.max(...shapes.map((s) => s(x, y)));
const less = (a, b) => (x, y) => Math.max(a(x, y), -b(x, y));
const move = (s, dx, dy) => (x, y) => s(x - dx, y - dy);
const turn = (s, degrees) => {
  const c = Math.cos((degrees * Math.PI) / 180);
  const n = Math.sin((degrees * Math.PI) / 180);
  return (x, y) => s(c * x + n * y, -n * x + c * y);
};

// Layers: white unless told; 'back' shows the gradient again; shade = the flat shadow below a shape.
const white = (shape, alpha = 0.95) => ({ shape, alpha, color: [255, 255, 255] });
const back = (shape, alpha = 1) => ({ shape, alpha, color: undefined });
const tint = (shape, color, alpha = 1) => ({ shape, alpha, color });
const lift = (shape, alpha = 0.95) => [
  tint(move(shape, 0, 16), [0, 0, 0], 0.13),
  white(shape, alpha),
];
const glow = (cx, cy, r) => white(circle(cx, cy, r), 0.09);

const heart = (() => {
  const points = [];
  for (let i = 0; i < 96; i++) {
    const t = (i / 96) * 2 * Math.PI;
    points.push([
      15.5 * 16 * Math.sin(t) ** 3,
      -15.5 * (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)) - 20,
    ]);
  }
  return polygon(points);
})();

const pictures = {
  cloud_engineer: {
    colors: ['#6fb0f0', '#2a5cb4'],
    layers: () => {
      const cloud = any(
        circle(-150, 10, 105),
        circle(10, -65, 150),
        circle(165, 20, 95),
        box(8, 60, 314, 110),
      );
      const node = (x, y) => lift(box(x, y, 96, 60, 16));
      return [
        glow(-430, -260, 300),
        glow(520, 300, 380),
        white(
          path(
            [
              [-210, 130],
              [-210, 225],
            ],
            9,
          ),
          0.55,
        ),
        white(
          path(
            [
              [0, 130],
              [0, 225],
            ],
            9,
          ),
          0.55,
        ),
        white(
          path(
            [
              [210, 130],
              [210, 225],
            ],
            9,
          ),
          0.55,
        ),
        ...node(-210, 250),
        ...node(0, 250),
        ...node(210, 250),
        ...[-210, 0, 210].flatMap((x) => [
          back(circle(x - 24, 250, 9)),
          back(line(x, 250, x + 26, 250, 10), 0.5),
        ]),
        ...lift(cloud),
        back(
          any(
            line(0, -70, 0, 60, 20),
            path(
              [
                [-48, -26],
                [0, -74],
                [48, -26],
              ],
              20,
            ),
          ),
          0.9,
        ),
      ];
    },
  },
  nurse: {
    colors: ['#f294a4', '#b83a68'],
    layers: () => [
      glow(-520, 240, 340),
      glow(470, -300, 330),
      ...[
        [-430, -130, 0.8],
        [440, 150, 0.8],
        [330, -250, 0.55],
        [-320, 260, 0.5],
      ].map(([x, y, a]) => white(any(box(x, y, 84, 28, 10), box(x, y, 28, 84, 10)), a * 0.75)),
      ...lift(heart),
      back(
        path(
          [
            [-205, 10],
            [-92, 10],
            [-52, -62],
            [8, 92],
            [56, -28],
            [80, 10],
            [205, 10],
          ],
          20,
        ),
        0.95,
      ),
    ],
  },
  data_analyst: {
    colors: ['#3bbf9e', '#0f6a5e'],
    layers: () => {
      const bars = [
        [-240, 130],
        [-120, 210],
        [0, 175],
        [120, 270],
        [240, 345],
      ];
      const dots = bars.map(([x, h]) => [x, 185 - h - 75]);
      return [
        glow(-480, -220, 320),
        glow(500, 260, 360),
        ...[-180, -60, 60].map((y) => white(line(-360, y, 360, y, 4), 0.22)),
        ...bars.flatMap(([x, h]) => lift(box(x, 200 - h / 2, 76, h, 14))),
        white(line(-350, 212, 350, 212, 12), 0.95),
        white(path(dots, 10), 0.8),
        ...dots.flatMap(([x, y]) => [white(circle(x, y, 21), 1), back(circle(x, y, 11))]),
      ];
    },
  },
  backend_engineer: {
    colors: ['#5f719c', '#1f2a48'],
    layers: () => {
      const unit = (y, on) => [
        ...lift(box(0, y, 470, 118, 22)),
        ...[0, 1, 2].map((i) => back(circle(-180 + i * 44, y, 13), i < on ? 1 : 0.3)),
        back(line(20, y - 17, 185, y - 17, 13), 0.45),
        back(line(20, y + 17, 135, y + 17, 13), 0.45),
      ];
      return [
        glow(480, -260, 340),
        glow(-500, 280, 340),
        white(
          path(
            [
              [-235, -150],
              [-400, -150],
              [-400, 40],
              [-520, 40],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [-235, 0],
              [-330, 0],
              [-330, 170],
              [-460, 170],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [235, 150],
              [400, 150],
              [400, -20],
              [520, -20],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [235, 0],
              [330, 0],
              [330, -170],
              [460, -170],
            ],
            9,
          ),
          0.4,
        ),
        ...[
          [-520, 40],
          [-460, 170],
          [520, -20],
          [460, -170],
        ].map(([x, y]) => white(circle(x, y, 20), 0.75)),
        ...unit(-150, 3),
        ...unit(0, 2),
        ...unit(150, 1),
      ];
    },
  },
  ux_designer: {
    colors: ['#a98be6', '#54379a'],
    layers: () => {
      const cursor = polygon(
        [
          [0, 0],
          [0, 150],
          [37, 116],
          [62, 172],
          [92, 158],
          [67, 104],
          [116, 102],
        ],
        7,
      );
      return [
        glow(-470, 230, 350),
        glow(480, -260, 340),
        white(box(-330, 30, 230, 330, 28), 0.35),
        white(box(330, 30, 230, 330, 28), 0.35),
        ...lift(box(0, 0, 300, 520, 44)),
        back(box(0, -140, 236, 156, 20), 0.28),
        back(circle(-62, -168, 26), 0.55),
        back(
          both(
            polygon([
              [-118, -62],
              [-30, -140],
              [20, -96],
              [62, -128],
              [118, -78],
              [118, -62],
            ]),
            box(0, -140, 236, 156, 20),
          ),
          0.55,
        ),
        back(line(-108, -18, 70, -18, 20), 0.6),
        back(line(-108, 26, 104, 26, 14), 0.28),
        back(line(-108, 62, 40, 62, 14), 0.28),
        back(box(0, 158, 236, 74, 37), 0.95),
        tint(move(cursor, 52, 158), [0, 0, 0], 0.16),
        white(move(cursor, 48, 140), 1),
        back(
          less(move(cursor, 48, 140), (x, y) => move(cursor, 48, 140)(x, y) + 9),
          0.7,
        ),
      ];
    },
  },
  site_reliability_engineer: {
    colors: ['#f7b05c', '#c4532a'],
    layers: () => {
      const a = (d) => (d * Math.PI) / 180;
      const tick = (d) =>
        line(
          178 * Math.cos(a(d)),
          60 + 178 * Math.sin(a(d)),
          206 * Math.cos(a(d)),
          60 + 206 * Math.sin(a(d)),
          10,
        );
      return [
        glow(-500, -240, 340),
        glow(510, 280, 360),
        white(arc(0, 60, 350, 6, a(165), a(375)), 0.3),
        white(arc(0, 60, 400, 6, a(165), a(375)), 0.2),
        ...lift(arc(0, 60, 270, 62, a(160), a(380)), 0.4),
        white(arc(0, 60, 270, 62, a(160), a(318)), 0.96),
        ...[160, 204, 248, 292, 336, 380].map((d) => white(tick(d), 0.6)),
        ...lift(
          polygon(
            [
              [-26, 78],
              [12, 92],
              [138, -84],
            ],
            8,
          ),
        ),
        ...lift(circle(0, 80, 46)),
        back(circle(0, 80, 19)),
        white(line(-130, 235, 130, 235, 26), 0.9),
        white(line(-70, 285, 70, 285, 20), 0.5),
      ];
    },
  },
  technical_writer: {
    colors: ['#4fb3c9', '#1c5f8a'],
    layers: () => {
      const sheet = box(0, 0, 340, 440, 26);
      const pen = any(
        box(0, -60, 54, 300, 10),
        polygon([
          [-27, 96],
          [27, 96],
          [6, 158],
          [-6, 158],
        ]),
      );
      const held = move(turn(pen, 38), 190, 60);
      return [
        glow(480, 260, 350),
        glow(-500, -230, 330),
        white(move(turn(sheet, -9), -130, 6), 0.42),
        ...lift(move(sheet, -40, 0)),
        back(line(-165, -150, 10, -150, 28), 0.85),
        ...[-90, -48, -6].map((y, i) => back(line(-165, y, [82, 60, 82][i], y, 14), 0.32)),
        back(box(-108, 92, 124, 108, 14), 0.3),
        back(
          path(
            [
              [-142, 104],
              [-118, 128],
              [-76, 66],
            ],
            15,
          ),
          0.9,
        ),
        ...[56, 94, 132].map((y, i) => back(line(-20, y, [82, 50, 70][i], y, 14), 0.32)),
        tint(move(held, 6, 18), [0, 0, 0], 0.14),
        white(held, 1),
        back(both(held, move(turn(box(0, -188, 60, 46), 38), 190, 60)), 0.6),
        back(both(held, move(turn(box(0, 146, 60, 30), 38), 190, 60)), 0.85),
      ];
    },
  },
  physical_therapist: {
    colors: ['#9ccf6b', '#3d7f4a'],
    layers: () => {
      const body = any(
        circle(52, -205, 56),
        path(
          [
            [30, -108],
            [-4, 40],
          ],
          84,
        ),
        path(
          [
            [34, -112],
            [128, -40],
            [206, -76],
          ],
          40,
        ),
        path(
          [
            [20, -108],
            [-92, -60],
            [-122, 34],
          ],
          40,
        ),
        path(
          [
            [6, 50],
            [102, 130],
            [84, 258],
            [128, 258],
          ],
          48,
        ),
        path(
          [
            [-14, 50],
            [-56, 156],
            [-172, 216],
            [-188, 182],
          ],
          46,
        ),
      );
      return [
        glow(-500, -250, 340),
        glow(500, 240, 360),
        white(circle(10, 10, 345), 0.14),
        white(circle(10, 10, 270), 0.12),
        white(arc(10, 10, 345, 9, 3.6, 4.9), 0.75),
        white(arc(10, 10, 345, 9, 0.35, 1.2), 0.75),
        white(line(-340, 300, 360, 300, 12), 0.6),
        ...[
          [-300, -60],
          [-330, 10],
          [-300, 80],
        ].map(([x, y], i) => white(line(x, y, x + [90, 130, 80][i], y, 13), 0.5)),
        ...lift(body),
      ];
    },
  },
  game_programmer: {
    colors: ['#ec7a86', '#8f2850'],
    layers: () => {
      const pad = any(
        box(0, -20, 500, 220, 110),
        line(-186, 10, -238, 138, 144),
        line(186, 10, 238, 138, 144),
      );
      return [
        glow(480, -260, 350),
        glow(-500, 260, 340),
        ...[
          [-410, -190, 54],
          [-350, -248, 34],
          [400, 210, 50],
          [462, 160, 30],
          [330, -260, 36],
          [-420, 170, 36],
        ].map(([x, y, s], i) => white(box(x, y, s, s, 9), [0.55, 0.35, 0.5, 0.3, 0.4, 0.3][i])),
        ...lift(pad),
        back(any(box(-150, -30, 136, 44, 10), box(-150, -30, 44, 136, 10)), 0.9),
        ...[
          [150, -76],
          [150, 16],
          [104, -30],
          [196, -30],
        ].map(([x, y], i) => back(circle(x, y, 25), [0.9, 0.5, 0.5, 0.9][i])),
        back(line(-28, -30, -10, -30, 18), 0.45),
        back(line(14, -30, 32, -30, 18), 0.45),
      ];
    },
  },
  embedded_engineer: {
    colors: ['#58a3b5', '#1d3f5c'],
    layers: () => {
      const pins = [-120, -60, 0, 60, 120];
      return [
        glow(-490, 250, 350),
        glow(500, -240, 350),
        white(
          path(
            [
              [-200, -60],
              [-350, -60],
              [-430, -150],
              [-560, -150],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [-200, 60],
              [-400, 60],
              [-470, 140],
              [-590, 140],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [200, 60],
              [350, 60],
              [430, 150],
              [560, 150],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [200, -60],
              [400, -60],
              [470, -140],
              [590, -140],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [60, -200],
              [60, -290],
              [140, -360],
            ],
            9,
          ),
          0.4,
        ),
        white(
          path(
            [
              [-60, 200],
              [-60, 290],
              [-140, 360],
            ],
            9,
          ),
          0.4,
        ),
        ...[
          [-560, -150],
          [-590, 140],
          [560, 150],
          [590, -140],
          [140, -360],
          [-140, 360],
        ].map(([x, y]) => white(ring(x, y, 20, 10), 0.8)),
        ...pins.flatMap((p) => [
          white(line(-210, p, -170, p, 24), 0.9),
          white(line(210, p, 170, p, 24), 0.9),
          white(line(p, -210, p, -170, 24), 0.9),
          white(line(p, 210, p, 170, 24), 0.9),
        ]),
        ...lift(box(0, 0, 350, 350, 36)),
        back(box(0, 0, 236, 236, 22), 0.9),
        white(circle(-78, -78, 13), 0.8),
        white(
          path(
            [
              [-40, -38],
              [-84, 4],
              [-40, 46],
            ],
            20,
          ),
          0.95,
        ),
        white(
          path(
            [
              [40, -38],
              [84, 4],
              [40, 46],
            ],
            20,
          ),
          0.95,
        ),
        white(line(14, -54, -14, 62, 18), 0.7),
      ];
    },
  },
};

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

function encode(pixels, width, height) {
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

mkdirSync(folder, { recursive: true });
for (const [slug, picture] of Object.entries(pictures)) {
  for (const [name, width, height, scale] of [
    [slug, 640, 360, 0.52],
    [`${slug}_hero`, 1600, 900, 1.12],
  ]) {
    const bytes = draw(picture, width, height, scale);
    writeFileSync(join(folder, `${name}.png`), bytes);
    console.log(`${name}.png  ${width}x${height}  ${(bytes.length / 1024).toFixed(1)} KB`);
  }
}
