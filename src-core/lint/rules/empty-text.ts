import { editDetails } from '../../document/edit-details.ts';
import { defineRule } from '../rule.ts';
import { readTexts } from '../text-nodes.ts';

/** A value without any character, of which the definitions of the fields say nothing. */
export const emptyText = defineRule({
  id: 'empty-text',
  reads: 'details',
  description: {
    ja: '記事情報に空の値がないことを確かめます。項目の定義が扱う値は、その指摘に任せます。',
    en: 'Checks that no value of the guide details is empty. What the field definitions speak of is left to them.',
  },
  rationale: {
    ja: '空のタグやキーワードは、サイトで中身のない枠になります。',
    en: 'On the site, an empty tag or keyword is a frame around nothing.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      item: '空の値があります',
      itemAdvice: '値を書くか、この行を取り除いてください。',
      field: '「{field}」が空です',
      fieldAdvice: '値を書くか、使わない項目なら取り除いてください。',
      remove: '空の値を取り除く',
    },
    en: {
      item: 'An item is empty',
      itemAdvice: 'Write a value, or take the item out.',
      field: '“{field}” is empty',
      fieldAdvice: 'Write a value, or take the field out if it is not used.',
      remove: 'Take the empty item out',
    },
  },
  examples: [
    {
      title: { ja: '空の値がない', en: 'Nothing is empty' },
      markdown: '---json\n{ "slug": "nurse", "tags": ["医療"] }\n---\n',
      findings: [],
    },
    {
      title: { ja: '空のタグ', en: 'An empty tag' },
      markdown: '---json\n{ "notes": ["医療", ""] }\n---\n',
      findings: [{ marks: '""', fixed: '---json\n{ "notes": ["医療"] }\n---\n' }],
    },
    {
      title: { ja: '空白だけの項目', en: 'A field of blanks only' },
      markdown: '---json\n{ "author": "　" }\n---\n',
      findings: [{ marks: '"　"' }],
    },
  ],
  check({ parsed, issues, report }) {
    let known: ReadonlySet<string> | undefined;
    for (const { node, value, pointer, isItem } of readTexts(parsed.root).texts) {
      if (value.trim() !== '') continue;
      known ??= new Set(
        issues().flatMap((issue) => (issue.keyword === 'unknown-field' ? [] : [issue.pointer])),
      );
      if (known.has(pointer)) continue;
      const edit =
        isItem && parsed.editable
          ? editDetails(parsed.text, { kind: 'unset', pointer })
          : undefined;
      report({
        message: isItem ? 'item' : 'field',
        advice: isItem ? 'itemAdvice' : 'fieldAdvice',
        values: { field: pointer.slice(pointer.lastIndexOf('/') + 1) },
        pointer,
        from: node.offset,
        to: node.offset + node.length,
        fix: edit?.ok ? { title: 'remove', edits: edit.edits } : undefined,
      });
    }
  },
});
