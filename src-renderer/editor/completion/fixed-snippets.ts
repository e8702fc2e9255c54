import type { completionMessages } from '#core/messages/completion';

/** A piece of Markdown to start from, besides those of the guide types. */
interface FixedSnippet {
  readonly label: keyof typeof completionMessages.ja;
  readonly detail?: keyof typeof completionMessages.ja;
  /** Further words that find it. */
  readonly words: string;
  /** Text of a guide, Japanese in every language of the window; `{next}` is the number that comes next. */
  readonly text: string;
  /** The part that is selected to be written over. */
  readonly select: string;
}

/** Pieces that guides are full of. */
export const fixedSnippets: readonly FixedSnippet[] = [
  {
    label: 'table2',
    words: 'table ひょう',
    text: '| 項目 | 内容 |\n| :--- | :--- |\n|  |  |\n',
    select: '項目',
  },
  {
    label: 'table3',
    words: 'table ひょう',
    text: '| 段階 | 目安 | 内容 |\n| :--- | :--- | :--- |\n|  |  |  |\n',
    select: '段階',
  },
  {
    label: 'numbered',
    detail: 'numberedDetail',
    words: 'heading numbered みだし ばんごう こみだし',
    text: '### {next}. 小見出し\n\n本文\n\n*   **詳細:** \n',
    select: '小見出し',
  },
  {
    label: 'question',
    words: 'question interview しつもん めんせつ',
    text: '*   **質問:** 質問の文\n\n    *   **ポイント:** \n',
    select: '質問の文',
  },
  {
    label: 'label',
    words: 'label らべる ふとじ',
    text: '**見出し:**\n本文\n',
    select: '見出し',
  },
  { label: 'break', words: 'rule hr くぎり', text: '---\n\n', select: '' },
];
