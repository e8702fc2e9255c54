import {
  circle,
  box,
  line,
  path,
  polygon,
  any,
  both,
  less,
  move,
  white,
  back,
  tint,
  lift,
  glow,
  heart,
} from './shapes.mjs';

// The first five guides' pictures.
export const engineering = {
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
};
