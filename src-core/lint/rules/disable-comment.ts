import { lintMessages } from '../../messages/lint.ts';
import { localize } from '../../messages/messages.ts';
import { nearest } from '../../text/nearest.ts';
import { readDisableComments } from '../disable-comments.ts';
import { defineRule } from '../rule.ts';

/** A comment that silences a check which does not exist. */
export const disableComment = defineRule({
  id: 'disable-comment',
  reads: 'body',
  description: {
    ja: '指摘を止めるコメントが、ある検査の名前を挙げていることを確かめます。<!-- shirube-disable-next-line 名前 -- 理由 --> は次の行、<!-- shirube-disable-line 名前 --> はその行、<!-- shirube-disable 名前 --> は <!-- shirube-enable 名前 --> までの指摘を止めます。名前がなければすべての検査です。',
    en: 'Checks that comments which silence findings name checks that exist. <!-- shirube-disable-next-line name -- reason --> silences the next line, <!-- shirube-disable-line name --> its own line, <!-- shirube-disable name --> everything up to <!-- shirube-enable name -->. Without a name, all checks are meant.',
  },
  rationale: {
    ja: '名前を書きまちがえると、指摘は止まりません。',
    en: 'With a misspelt name, the finding stays.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      unknown: '「{id}」という検査はありません',
      nearest: '近い名前: {nearest}',
      none: '指摘の終わりに表示される名前を書いてください。',
    },
    en: {
      unknown: 'There is no check “{id}”',
      nearest: 'Nearest name: {nearest}',
      none: 'Write the name that is shown with the finding.',
    },
  },
  examples: [
    {
      title: { ja: 'ある検査を止める', en: 'A check that exists' },
      markdown:
        '<!-- shirube-disable-next-line image-alt -- 飾りの線 -->\n![](/static/img/line.png)\n',
      findings: [],
    },
    {
      title: { ja: '名前が少し違う', en: 'The name is slightly different' },
      markdown: '<!-- shirube-disable-next-line image-alts -->\n![線](/static/img/line.png)\n',
      findings: [
        {
          marks: 'image-alts',
          fixed: '<!-- shirube-disable-next-line image-alt -->\n![線](/static/img/line.png)\n',
        },
      ],
    },
  ],
  check({ text, tree, isCode, codes, report }) {
    for (const { rules } of readDisableComments(text, tree)) {
      for (const { id, from, to } of rules) {
        if (isCode(id)) continue;
        const near = nearest(id, codes);
        report({
          message: 'unknown',
          advice: near === undefined ? 'none' : 'nearest',
          values: { id: id.slice(0, 80), nearest: near ?? '' },
          from,
          to,
          fix:
            near === undefined
              ? undefined
              : {
                  title: localize(lintMessages, 'replaceBy', { value: near }),
                  edits: [{ from, to, insert: near }],
                },
        });
      }
    }
  },
});
