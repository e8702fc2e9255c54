import { defineRule } from '../rule.ts';

/** An image that takes long to load. */
export const imageWeight = defineRule({
  id: 'image-weight',
  reads: 'catalog',
  description: {
    ja: '画像のファイルが重すぎないことを確かめます。',
    en: 'Checks that the files of images are not too heavy.',
  },
  rationale: {
    ja: '重い画像は、電車の中や電波の弱い場所の読者を待たせます。',
    en: 'Readers on a train or with a weak signal wait for it.',
  },
  defaultSeverity: 'warning',
  options: {
    schema: {
      properties: {
        maxKilobytes: {
          type: 'integer',
          minimum: 1,
          description: 'Largest size of an image, in units of 1,000 bytes.',
        },
      },
    },
    defaults: { maxKilobytes: 1000 },
  },
  messages: {
    ja: {
      heavy: '画像「{name}」は{size} kBあります（上限{max} kB）',
      advice: '小さく書き出し直すか、WebPなどの軽い形にしてください。',
    },
    en: {
      heavy: 'The image “{name}” has {size} kB (at most {max} kB)',
      advice: 'Export it smaller, or in a lighter form such as WebP.',
    },
  },
  examples: [
    {
      title: { ja: '軽い画像', en: 'A light image' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 90_000 }],
      findings: [],
    },
    {
      title: { ja: '重い画像', en: 'A heavy image' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 3_000_000 }],
      findings: [{ marks: '"/static/img/nurse.png"' }],
    },
    {
      title: { ja: '重い画像を許すサイト', en: 'A site that allows heavy images' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 3_000_000 }],
      options: { maxKilobytes: 5000 },
      findings: [],
    },
  ],
  check({ record, catalog, options, report }) {
    for (const { value, pointer, from, to } of record.images) {
      const size = Math.ceil((catalog.image(value)?.bytes ?? 0) / 1000);
      const max = options.maxKilobytes;
      if (size <= max) continue;
      const name = value.slice(value.lastIndexOf('/') + 1);
      report({
        message: 'heavy',
        advice: 'advice',
        values: { name, size, max },
        pointer,
        from,
        to,
      });
    }
  },
});
