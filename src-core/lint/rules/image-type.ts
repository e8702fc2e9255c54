import { isTypeOfEnding } from '../../export/image-type.ts';
import { defineRule } from '../rule.ts';

/** An image that is something else than its name says, by its first bytes. */
export const imageType = defineRule({
  id: 'image-type',
  reads: 'catalog',
  description: {
    ja: '画像の中身が、名前の終わり（.png など）のとおりであることを確かめます。',
    en: 'Checks that an image is of the kind that the end of its name says (such as .png).',
  },
  rationale: {
    ja: '中身が違う画像は、サーバーやブラウザーによっては表示されません。名前だけを書きかえた画像によくあります。',
    en: 'Some servers and browsers refuse to show it. It comes from renaming a file instead of converting it.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      differs: '画像「{name}」の中身は、{type}です',
      none: '画像「{name}」は、画像として読めません',
      advice: '正しい形で書き出し直してください。',
    },
    en: {
      differs: 'The image “{name}” is in fact {type}',
      none: '“{name}” cannot be read as an image',
      advice: 'Export it again in the form that its name says.',
    },
  },
  examples: [
    {
      title: { ja: '名前のとおりの画像', en: 'What its name says' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 900, type: 'png' }],
      findings: [],
    },
    {
      title: { ja: '名前だけがPNG', en: 'A PNG in name only' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
      images: [{ sitePath: '/static/img/nurse.png', bytes: 900, type: 'jpeg' }],
      findings: [{ marks: '"/static/img/nurse.png"' }],
    },
    {
      title: { ja: '画像ではない', en: 'No image at all' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n![病棟](/static/img/ward.png)\n',
      images: [{ sitePath: '/static/img/ward.png', bytes: 900, type: 'other' }],
      findings: [{ marks: '/static/img/ward.png' }],
    },
  ],
  check({ record, catalog, report }) {
    for (const { value, pointer, from, to } of record.images) {
      const type = catalog.image(value)?.type;
      if (type === undefined || isTypeOfEnding(value, type)) continue;
      report({
        message: type === 'other' ? 'none' : 'differs',
        advice: 'advice',
        values: { name: value.slice(value.lastIndexOf('/') + 1), type: type.toUpperCase() },
        pointer,
        from,
        to,
      });
    }
  },
});
