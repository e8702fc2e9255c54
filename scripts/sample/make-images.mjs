// Draws the images of the sample workspace: flat shapes on a gradient, no
// random numbers and no fonts, so the same files come out on every machine.
//   node scripts/sample/make-images.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../content/static/img');

// A shape is its signed distance in picture units (hero: 1600 x 900 around 0,0), negative inside.
const circle = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
const ring = (cx, cy, r, w) => (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) - w / 2;
const box = (cx, cy, w, h, r = 0) => (x, y) => {
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
const polygon = (points, r = 0) => (x, y) => {
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
const any = (...shapes) => (x, y) => Math.min(...shapes.map((s) => s(x, y)));
const both = (...shapes) => (x, y) => Math.max(...shapes.map((s) => s(x, y)));
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
const lift = (shape, alpha = 0.95) => [tint(move(shape, 0, 16), [0, 0, 0], 0.13), white(shape, alpha)];
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
      const cloud = any(circle(-150, 10, 105), circle(10, -65, 150), circle(165, 15, 95), box(0, 60, 500, 110, 55));
      const node = (x, y) => lift(box(x, y, 96, 60, 16));
      return [
        glow(-430, -260, 300),
        glow(520, 300, 380),
        white(path([[-210, 130], [-210, 225]], 9), 0.55),
        white(path([[0, 130], [0, 225]], 9), 0.55),
        white(path([[210, 130], [210, 225]], 9), 0.55),
        ...node(-210, 250),
        ...node(0, 250),
        ...node(210, 250),
        ...[-210, 0, 210].flatMap((x) => [back(circle(x - 24, 250, 9)), back(line(x, 250, x + 26, 250, 10), 0.5)]),
        ...lift(cloud),
        back(path([[0, -70], [0, 60]], 20), 0.9),
        back(path([[-48, -26], [0, -74], [48, -26]], 20), 0.9),
      ];
    },
  },
  nurse: {
    colors: ['#f294a4', '#b83a68'],
    layers: () => [
      glow(-520, 240, 340),
      glow(470, -300, 330),
      ...[[-430, -130, 0.8], [440, 150, 0.8], [330, -250, 0.55], [-320, 260, 0.5]].map(([x, y, a]) =>
        white(any(box(x, y, 84, 28, 10), box(x, y, 28, 84, 10)), a * 0.75),
      ),
      ...lift(heart),
      back(path([[-205, 10], [-92, 10], [-52, -62], [8, 92], [56, -28], [80, 10], [205, 10]], 20), 0.95),
    ],
  },
  data_analyst: {
    colors: ['#3bbf9e', '#0f6a5e'],
    layers: () => {
      const bars = [[-240, 130], [-120, 210], [0, 175], [120, 270], [240, 345]];
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
        white(path([[-235, -150], [-400, -150], [-400, 40], [-520, 40]], 9), 0.4),
        white(path([[-235, 0], [-330, 0], [-330, 170], [-460, 170]], 9), 0.4),
        white(path([[235, 150], [400, 150], [400, -20], [520, -20]], 9), 0.4),
        white(path([[235, 0], [330, 0], [330, -170], [460, -170]], 9), 0.4),
        ...[[-520, 40], [-460, 170], [520, -20], [460, -170]].map(([x, y]) => white(circle(x, y, 20), 0.75)),
        ...unit(-150, 3),
        ...unit(0, 2),
        ...unit(150, 1),
      ];
    },
  },
  ux_designer: {
    colors: ['#a98be6', '#54379a'],
    layers: () => {
      const cursor = polygon([[0, 0], [0, 150], [37, 116], [62, 172], [92, 158], [67, 104], [116, 102]], 7);
      return [
        glow(-470, 230, 350),
        glow(480, -260, 340),
        ...lift(box(-330, 30, 230, 330, 28), 0.35),
        ...lift(box(330, 30, 230, 330, 28), 0.35),
        ...lift(box(0, 0, 300, 520, 44)),
        back(box(0, -140, 236, 156, 20), 0.28),
        back(circle(-62, -168, 26), 0.55),
        back(both(polygon([[-118, -62], [-30, -140], [20, -96], [62, -128], [118, -78], [118, -62]]), box(0, -140, 236, 156, 20)), 0.55),
        back(line(-108, -18, 70, -18, 20), 0.6),
        back(line(-108, 26, 104, 26, 14), 0.28),
        back(line(-108, 62, 40, 62, 14), 0.28),
        back(box(0, 158, 236, 74, 37), 0.95),
        tint(move(cursor, 52, 158), [0, 0, 0], 0.16),
        white(move(cursor, 48, 140), 1),
        back(less(move(cursor, 48, 140), (x, y) => move(cursor, 48, 140)(x, y) + 9), 0.7),
      ];
    },
  },
  site_reliability_engineer: {
    colors: ['#f7b05c', '#c4532a'],
    layers: () => {
      const a = (d) => (d * Math.PI) / 180;
      const tick = (d) => line(178 * Math.cos(a(d)), 60 + 178 * Math.sin(a(d)), 206 * Math.cos(a(d)), 60 + 206 * Math.sin(a(d)), 10);
      return [
        glow(-500, -240, 340),
        glow(510, 280, 360),
        white(arc(0, 60, 350, 6, a(165), a(375)), 0.3),
        white(arc(0, 60, 400, 6, a(165), a(375)), 0.2),
        ...lift(arc(0, 60, 270, 62, a(160), a(380)), 0.4),
        white(arc(0, 60, 270, 62, a(160), a(318)), 0.96),
        ...[160, 204, 248, 292, 336, 380].map((d) => white(tick(d), 0.6)),
        ...lift(polygon([[-26, 78], [12, 92], [138, -84]], 8)),
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
        polygon([[-27, 96], [27, 96], [6, 158], [-6, 158]]),
      );
      const held = move(turn(pen, 38), 190, 60);
      return [
        glow(480, 260, 350),
        glow(-500, -230, 330),
        ...lift(move(turn(sheet, -9), -130, 6), 0.42),
        ...lift(move(sheet, -40, 0)),
        back(line(-165, -150, 10, -150, 28), 0.85),
        ...[-90, -48, -6].map((y, i) => back(line(-165, y, [82, 60, 82][i], y, 14), 0.32)),
        back(box(-108, 92, 124, 108, 14), 0.3),
        back(path([[-142, 104], [-118, 128], [-76, 66]], 15), 0.9),
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
        path([[30, -108], [-4, 40]], 84),
        path([[34, -112], [128, -40], [206, -76]], 40),
        path([[20, -108], [-92, -60], [-122, 34]], 40),
        path([[6, 50], [102, 130], [84, 258], [128, 258]], 48),
        path([[-14, 50], [-56, 156], [-172, 216], [-188, 182]], 46),
      );
      return [
        glow(-500, -250, 340),
        glow(500, 240, 360),
        white(circle(10, 10, 345), 0.14),
        white(circle(10, 10, 270), 0.12),
        white(arc(10, 10, 345, 9, 3.6, 4.9), 0.75),
        white(arc(10, 10, 345, 9, 0.35, 1.2), 0.75),
        white(line(-340, 300, 360, 300, 12), 0.6),
        ...[[-300, -60], [-330, 10], [-300, 80]].map(([x, y], i) => white(line(x, y, x + [90, 130, 80][i], y, 13), 0.5)),
        ...lift(body),
      ];
    },
  },
  game_programmer: {
    colors: ['#ec7a86', '#8f2850'],
    layers: () => {
      const pad = any(
        box(0, -20, 520, 230, 110),
        polygon([[-255, -10], [-310, 175], [-250, 215], [-130, 92], [130, 92], [250, 215], [310, 175], [255, -10]], 22),
      );
      return [
        glow(480, -260, 350),
        glow(-500, 260, 340),
        ...[[-410, -190, 54], [-350, -248, 34], [400, 210, 50], [462, 160, 30], [330, -260, 36], [-420, 170, 36]].map(([x, y, s], i) =>
          white(box(x, y, s, s, 9), [0.55, 0.35, 0.5, 0.3, 0.4, 0.3][i]),
        ),
        ...lift(pad),
        back(any(box(-150, -30, 136, 44, 10), box(-150, -30, 44, 136, 10)), 0.9),
        ...[[150, -76], [150, 16], [104, -30], [196, -30]].map(([x, y], i) => back(circle(x, y, 25), [0.9, 0.5, 0.5, 0.9][i])),
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
        white(path([[-200, -60], [-350, -60], [-430, -150], [-560, -150]], 9), 0.4),
        white(path([[-200, 60], [-400, 60], [-470, 140], [-590, 140]], 9), 0.4),
        white(path([[200, 60], [350, 60], [430, 150], [560, 150]], 9), 0.4),
        white(path([[200, -60], [400, -60], [470, -140], [590, -140]], 9), 0.4),
        white(path([[60, -200], [60, -290], [140, -360]], 9), 0.4),
        white(path([[-60, 200], [-60, 290], [-140, 360]], 9), 0.4),
        ...[[-560, -150], [-590, 140], [560, 150], [590, -140], [140, -360], [-140, 360]].map(([x, y]) => white(ring(x, y, 20, 10), 0.8)),
        ...pins.flatMap((p) => [
          white(line(-210, p, -170, p, 24), 0.9),
          white(line(210, p, 170, p, 24), 0.9),
          white(line(p, -210, p, -170, 24), 0.9),
          white(line(p, 210, p, 170, 24), 0.9),
        ]),
        ...lift(box(0, 0, 350, 350, 36)),
        back(box(0, 0, 236, 236, 22), 0.9),
        white(circle(-78, -78, 13), 0.8),
        white(path([[-40, -38], [-84, 4], [-40, 46]], 20), 0.95),
        white(path([[40, -38], [84, 4], [40, 46]], 20), 0.95),
        white(line(14, -54, -14, 62, 18), 0.7),
      ];
    },
  },
};

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

function draw({ colors, layers }, width, height, scale) {
  const [from, to] = colors.map(rgb);
  const steps = Math.max(...from.map((v, i) => Math.abs(v - to[i])));
  const list = layers();
  const png = new PNG({ width, height, colorType: 2 });
  for (let py = 0; py < height; py++) {
    for (let px = 0; px < width; px++) {
      const x = (px + 0.5 - width / 2) / scale;
      const y = (py + 0.5 - height / 2) / scale;
      const t = Math.round(steps * ((px / width) * 0.36 + (py / height) * 0.64)) / steps;
      const ground = from.map((v, i) => v + (to[i] - v) * t);
      let color = ground;
      for (const layer of list) {
        const cover = Math.min(1, Math.max(0, 0.5 - layer.shape(x, y) * scale)) * layer.alpha;
        if (cover > 0) {
          const over = layer.color ?? ground;
          color = color.map((v, i) => v + (over[i] - v) * cover);
        }
      }
      const at = (py * width + px) * 4;
      for (let i = 0; i < 3; i++) png.data[at + i] = Math.round(color[i]);
      png.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(png, { colorType: 2, filterType: 2, deflateLevel: 9, deflateStrategy: 0 });
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
