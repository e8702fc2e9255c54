// A shape is its signed distance in picture units (hero: 1600 x 900 around 0,0), negative inside.
export const circle = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
export const ring = (cx, cy, r, w) => (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) - w / 2;
export const box =
  (cx, cy, w, h, r = 0) =>
  (x, y) => {
    const qx = Math.abs(x - cx) - w / 2 + r;
    const qy = Math.abs(y - cy) - h / 2 + r;
    return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - r;
  };
export const line = (x1, y1, x2, y2, w) => (x, y) => {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const t = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy) - w / 2;
};
export const path = (points, w) =>
  any(...points.slice(1).map((p, i) => line(...points[i], ...p, w)));
export const polygon =
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
export const arc = (cx, cy, r, w, from, to) => (x, y) => {
  let a = Math.atan2(y - cy, x - cx);
  while (a < from) a += 2 * Math.PI;
  if (a <= to) return Math.abs(Math.hypot(x - cx, y - cy) - r) - w / 2;
  const end = (t) => Math.hypot(x - cx - r * Math.cos(t), y - cy - r * Math.sin(t));
  return Math.min(end(from), end(to)) - w / 2;
};
export const any =
  (...shapes) =>
  (x, y) =>
    Math.min(...shapes.map((s) => s(x, y)));
export const both =
  (...shapes) =>
  (x, y) =>
    Math.max(...shapes.map((s) => s(x, y)));
export const less = (a, b) => (x, y) => Math.max(a(x, y), -b(x, y));
export const move = (s, dx, dy) => (x, y) => s(x - dx, y - dy);
export const turn = (s, degrees) => {
  const c = Math.cos((degrees * Math.PI) / 180);
  const n = Math.sin((degrees * Math.PI) / 180);
  return (x, y) => s(c * x + n * y, -n * x + c * y);
};

// Layers: white unless told; 'back' shows the gradient again; shade = the flat shadow below a shape.
export const white = (shape, alpha = 0.95) => ({ shape, alpha, color: [255, 255, 255] });
export const back = (shape, alpha = 1) => ({ shape, alpha, color: undefined });
export const tint = (shape, color, alpha = 1) => ({ shape, alpha, color });
export const lift = (shape, alpha = 0.95) => [
  tint(move(shape, 0, 16), [0, 0, 0], 0.13),
  white(shape, alpha),
];
export const glow = (cx, cy, r) => white(circle(cx, cy, r), 0.09);

export const heart = (() => {
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
