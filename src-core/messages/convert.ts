import { defineMessages } from './messages.ts';

/** Turning YAML or TOML guide details into JSON: why it was refused, and what is told before it is done. */
export const convertMessages = defineMessages({
  ja: {
    notForeign: 'この記事情報は、もうフォームで変えられる形です。',
    broken: '記事情報に読めないところがあります。{problem}',
    value: '「{pointer}」の値はJSONでは書けません。原稿で直してください。',
    name: '「{pointer}」の中に、文字ではない名前の項目があります。原稿で直してください。',
    hostile: '「{name}」という名前の項目は使えません。原稿で直してください。',
    twice: '「{name}」という名前の項目が2つになります。原稿で直してください。',
    tooDeep: '記事情報の入れ子が64段を超えています。原稿で直してください。',
    result: '変えたあとの記事情報が読めなくなります。{problem}',
    unsafe: '変えたあとの値が、元の値と同じになりません。',
    convert: 'フォームで変えられる形にする',
    convertAsk: 'フォームで変えられる形にする…',
    title: 'フォームで変えられる形にする',
    lead: '記事情報の書き方を{language}からJSONに変えます。項目の値と順序、本文はそのままです。次のものは残りません。',
    comments: 'コメント{count}件（{example}）',
    anchors:
      '名前をつけて使い回している値{count}か所（{example}）。同じ値をそれぞれの場所に書きます',
    tags: '値の種類を指定する印{count}か所（{example}）',
    dates: '日付{count}件（{example}）。サイトは日付ではなく文字として読むようになります',
    readings:
      'サイトによって読み方が変わる値{count}件（{example}）。いまフォームに出ている値にします',
    example: '「{first}」',
    examples: '「{first}」など',
    undoNote: '「元に戻す」で戻せます',
    change: '変える',
    cancel: 'やめる',
    close: '閉じる',
    refused: 'まだフォームで変えられる形にできません。{reason}',
  },
  en: {
    notForeign: 'The form can change these guide details already.',
    broken: 'Part of the guide details cannot be read. {problem}',
    value: 'The value at “{pointer}” cannot be written as JSON. Change it in the manuscript.',
    name: '“{pointer}” has a field whose name is not text. Change it in the manuscript.',
    hostile: 'A field cannot be named “{name}”. Change it in the manuscript.',
    twice: 'There would be two fields named “{name}”. Change them in the manuscript.',
    tooDeep:
      'The guide details are nested more than 64 levels deep. Change them in the manuscript.',
    result: 'They could not be read afterwards. {problem}',
    unsafe: 'The values would not stay the same.',
    convert: 'Make it editable here',
    convertAsk: 'Make it editable here…',
    title: 'Make the guide details editable here',
    lead: 'The guide details will be written in JSON instead of {language}. The values, their order and the body stay. These do not:',
    comments: { one: '{count} comment: {example}', other: '{count} comments: {example}' },
    anchors: {
      one: '{count} name of a repeated value: {example}. The value is written out',
      other: '{count} names of repeated values: {example}. The values are written out',
    },
    tags: { one: '{count} type label: {example}', other: '{count} type labels: {example}' },
    dates: {
      one: '{count} date: {example}. The site will read it as text',
      other: '{count} dates: {example}. The site will read them as text',
    },
    readings: {
      one: '{count} value that sites read in different ways: {example}. It becomes what the form shows now',
      other:
        '{count} values that sites read in different ways: {example}. They become what the form shows now',
    },
    example: '“{first}”',
    examples: '“{first}” and others',
    undoNote: 'Undo brings it back',
    change: 'Change',
    cancel: 'Cancel',
    close: 'Close',
    refused: 'These guide details cannot be made editable yet. {reason}',
  },
});
