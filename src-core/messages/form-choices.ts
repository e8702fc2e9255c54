import { defineMessages } from './messages.ts';

/** Texts of the form's chips, choices, related guides and images. */
export const formChoiceMessages = defineMessages({
  ja: {
    nearUsed: '「{word}」は、{count}件のガイドで使われている「{near}」の書き方違いかもしれません。',
    nearListed: '「{word}」は、決められた語「{near}」の書き方違いかもしれません。',
    nearHere: '「{word}」は、この項目の「{near}」と同じ語かもしれません。',
    replace: '置き換える',
    replaceWith: '「{word}」を「{near}」に置き換える',
    takeOut: '外す',
    onlyOffered: '「{value}」は選べる語にありません。候補から選んでください。',
    notOffered: '「{value}」は選べる語にありません',
    editChip: '「{value}」を書き直す',
    nullChoice: 'なし',
    emptyText: '（空の文字）',
    clearChoice: '選択を外す',
    clearField: '「{field}」の選択を外す',
    hits: '{count}件の候補',
    chooseOne: 'ガイドを選ぶ',
    duplicate: '同じガイドが上にもあります',
    replaceGuide: '「{name}」に置き換える',
    changeGuide: '「{name}」を別のガイドに変える',
    relationCount: '{count}件',
    relationCountMovable: '{count}件 ・ 並べ替えできます',
    reveal: 'フォルダーで表示',
    dropHint: '画像を置くかCtrl+Vで貼り付け',
    dropHere: 'ここに置くと、この項目の画像になります',
    adding: '画像を入れています…',
    added: '「{name}」を入れました',
    heavy: '{size}あり、ページが開くのが遅くなります。2 MB以下が目安です。',
    megabytes: '{count} MB',
    useNearest: '「{name}」に置き換える',
    notImage:
      '画像として読めないファイルです。何も変えていません。PNG、JPEG、GIF、WebP、AVIFの画像を入れてください。',
    isSvg:
      'SVGの画像にはプログラムが入っていることがあるため、ここからは入れられません。何も変えていません。PNGかWebPにして入れてください。',
    isCut:
      '画像が途中で切れています。何も変えていません。元の画像をコピーし直して、もう一度入れてください。',
    tooLarge:
      '画像が20 MBより大きいため、入れられません。何も変えていません。小さくして、もう一度入れてください。',
    gone: 'ファイルを読めませんでした。何も変えていません。ファイルがまだあるか確かめて、もう一度入れてください。',
    notInside:
      '画像のフォルダーがガイドのフォルダーの外につながっているため、入れられません。何も変えていません。管理者に確かめてください。',
    diskFull:
      '画像を入れられませんでした（ディスクの空きがありません）。何も変えていません。空きを作ってから、もう一度入れてください。',
    denied:
      '画像のフォルダーに書き込む許可がありません。何も変えていません。許可を管理者に確かめてください。',
    notAdded: '画像を入れられませんでした。何も変えていません。もう一度試してください。',
    noFile: 'ファイルではないものは入れられません。画像のファイルを1つ置いてください。',
  },
  en: {
    nearUsed: {
      one: '“{word}” may be another way to write “{near}”, which {count} guide uses.',
      other: '“{word}” may be another way to write “{near}”, which {count} guides use.',
    },
    nearListed: '“{word}” may be another way to write “{near}” of the agreed words.',
    nearHere: '“{word}” may be the same word as “{near}” in this field.',
    replace: 'Replace',
    replaceWith: 'Replace “{word}” with “{near}”',
    takeOut: 'Take out',
    onlyOffered: '“{value}” is not one of the words to choose from. Choose one of those offered.',
    notOffered: '“{value}” is not one of the words to choose from',
    editChip: 'Rewrite “{value}”',
    nullChoice: 'None',
    emptyText: '(empty text)',
    clearChoice: 'Choose nothing',
    clearField: 'Choose nothing for “{field}”',
    hits: { one: '{count} choice', other: '{count} choices' },
    chooseOne: 'Choose a guide',
    duplicate: 'The same guide is above already',
    replaceGuide: 'Replace with “{name}”',
    changeGuide: 'Choose another guide than “{name}”',
    relationCount: { one: '{count} guide', other: '{count} guides' },
    relationCountMovable: { one: '{count} guide', other: '{count} guides, can be moved' },
    reveal: 'Show in folder',
    dropHint: 'Drop an image, or paste one with Ctrl+V',
    dropHere: 'Drop it here to make it the image of this field',
    adding: 'Putting the image in…',
    added: 'Put “{name}” in',
    heavy: '{size} makes the page slow to open. Aim for 2 MB or less.',
    megabytes: '{count} MB',
    useNearest: 'Replace with “{name}”',
    notImage:
      'This file cannot be read as an image. Nothing was changed. Use a PNG, JPEG, GIF, WebP or AVIF image.',
    isSvg:
      'An SVG image can hold a program, so it is not taken in here. Nothing was changed. Use it as PNG or WebP.',
    isCut: 'The image ends halfway. Nothing was changed. Copy the original again, then add it.',
    tooLarge:
      'The image is larger than 20 MB. Nothing was changed. Make it smaller, then add it again.',
    gone: 'The file could not be read. Nothing was changed. Check that it is still there, then add it again.',
    notInside:
      'The folder of the images leads out of the guide folder, so nothing is put there. Nothing was changed. Ask your maintainer.',
    diskFull:
      'The image was not added: there is no space left on the disk. Nothing was changed. Make some space, then add it again.',
    denied:
      'You do not have permission to write into the folder of the images. Nothing was changed. Ask your administrator.',
    notAdded: 'The image was not added. Nothing was changed. Try again.',
    noFile: 'Only files can be added. Drop one image file.',
  },
});
