import { defineRule } from '../rule.ts';

/** An image with more or fewer pixels than the page can use. */
export const imageSize = defineRule({
  id: 'image-size',
  reads: 'catalog',
  description: {
    ja: '画像の縦と横の長さが、ページで使える範囲にあることを確かめます。',
    en: 'Checks that the width and height of images are within what pages can use.',
  },
  rationale: {
    ja: '大きすぎる画像は縮めて表示されるだけで、読者の端末に負担をかけます。小さすぎる画像はぼやけます。',
    en: 'Too large an image is only scaled down, at the cost of the reader’s device. Too small a one is blurred.',
  },
  defaultSeverity: 'warning',
  options: {
    schema: {
      properties: {
        min: { type: 'integer', minimum: 1, description: 'Shortest side allowed, in pixels.' },
        max: { type: 'integer', minimum: 1, description: 'Longest side allowed, in pixels.' },
      },
    },
    defaults: { min: 1, max: 4096 },
  },
  messages: {
    ja: {
      large: '画像「{name}」は{width}×{height}です（1辺{max}まで）',
      small: '画像「{name}」は{width}×{height}です（1辺{min}から）',
      advice: 'ページに合う大きさで書き出し直してください。',
    },
    en: {
      large: 'The image “{name}” is {width} × {height} (no side over {max})',
      small: 'The image “{name}” is {width} × {height} (no side under {min})',
      advice: 'Export it in a size that fits the page.',
    },
  },
  examples: [
    {
      title: { ja: 'ページに合う大きさ', en: 'A size that fits' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 900, width: 1200, height: 630 }],
      findings: [],
    },
    {
      title: { ja: '大きすぎる', en: 'Too large' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 900, width: 9000, height: 6000 }],
      findings: [{ marks: '"/static/img/nurse.png"' }],
    },
    {
      title: { ja: 'サイトが求めるより小さい', en: 'Smaller than the site asks for' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 900, width: 120, height: 63 }],
      options: { min: 200 },
      findings: [{ marks: '"/static/img/nurse.png"' }],
    },
  ],
  check({ record, catalog, options, report }) {
    const { min, max } = options;
    for (const { value, pointer, from, to } of record.images) {
      const { width, height, type } = catalog.image(value) ?? {};
      // Drawings have no pixels of their own.
      if (width === undefined || height === undefined || type === 'svg') continue;
      const isLarge = Math.max(width, height) > max;
      if (!isLarge && Math.min(width, height) >= min) continue;
      const name = value.slice(value.lastIndexOf('/') + 1);
      report({
        message: isLarge ? 'large' : 'small',
        advice: 'advice',
        values: { name, width: String(width), height: String(height), min, max },
        pointer,
        from,
        to,
      });
    }
  },
});
