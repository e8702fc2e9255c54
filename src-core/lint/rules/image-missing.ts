import { lintMessages } from '../../messages/lint.ts';
import { localize } from '../../messages/messages.ts';
import { isTwinImage, nearestImage } from '../nearest-image.ts';
import { defineRule } from '../rule.ts';

/** An image that the static folder does not have. */
export const imageMissing = defineRule({
  id: 'image-missing',
  reads: 'catalog',
  description: {
    ja: '一覧の画像、メイン画像、本文の画像があることを確かめます。',
    en: 'Checks that the list image, the main image and the images of the body exist.',
  },
  rationale: {
    ja: 'ない画像は、サイトで壊れた枠として表示されます。大文字と小文字の違いも、公開したあとに表に出ます。',
    en: 'A missing image shows as a broken frame. A difference in upper and lower case shows up only once published.',
  },
  defaultSeverity: 'error',
  messages: {
    ja: {
      missing: '画像「{name}」が見つかりません',
      nearest: '近い名前: {nearest}',
      case: '大文字と小文字の違いだけで、サイトでは表示されません。正しい名前: {nearest}',
      none: '画像を追加するか、ほかの画像を選んでください。',
    },
    en: {
      missing: 'The image “{name}” is not there',
      nearest: 'Nearest name: {nearest}',
      case: 'Only upper and lower case differ, but the site will not show it. The right name: {nearest}',
      none: 'Add the image, or choose another.',
    },
  },
  examples: [
    {
      title: { ja: '画像がある', en: 'The image exists' },
      markdown:
        '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n![病棟](/static/img/nurse.png)\n',
      images: ['/static/img/nurse.png'],
      findings: [],
    },
    {
      title: { ja: '大文字と小文字が違う', en: 'Upper and lower case differ' },
      markdown: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/Nurse.png" }\n---\n',
      images: ['/static/img/nurse.png'],
      findings: [
        {
          marks: '"/static/img/Nurse.png"',
          fixed: '---json\n{ "slug": "nurse", "thumbnail": "/static/img/nurse.png" }\n---\n',
        },
      ],
    },
    {
      title: { ja: '本文の画像がない', en: 'An image of the body is missing' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n![病棟](/static/img/ward.png)\n',
      images: ['/static/img/nurse.png'],
      findings: [{ marks: '/static/img/ward.png' }],
    },
  ],
  check({ record, catalog, staticPath, report }) {
    for (const { value, pointer, from, to } of record.images) {
      // An address in the body that lies outside the static folder is a page of the site, not ours to judge.
      if (pointer === undefined && !value.startsWith(`${staticPath}/`)) continue;
      if (catalog.hasImage(value)) continue;
      const twin = [...catalog.images()].find((image) => isTwinImage(image, value));
      const better = twin ?? nearestImage(value, catalog.images());
      const insert = pointer === undefined ? better : JSON.stringify(better);
      const replaceable =
        pointer !== undefined || (better !== undefined && /^[\w./-]+$/.test(better));
      report({
        message: 'missing',
        advice: twin === undefined ? (better === undefined ? 'none' : 'nearest') : 'case',
        values: { name: value.slice(value.lastIndexOf('/') + 1), nearest: better ?? '' },
        pointer,
        from,
        to,
        fix:
          better !== undefined && insert !== undefined && replaceable && to > from
            ? {
                title: localize(lintMessages, 'replaceBy', { value: better }),
                edits: [{ from, to, insert }],
              }
            : undefined,
      });
    }
  },
});
