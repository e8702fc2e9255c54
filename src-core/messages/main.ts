import { defineMessages } from './messages.ts';

/** Texts of the system's own dialogs. */
export const mainMessages = defineMessages({
  ja: {
    chooseFolder: 'ガイドのフォルダーを開く',
    chooseTarget: '書き出し先のフォルダーを選ぶ',
    chooseImage: '画像を選ぶ',
    images: '画像',
    saveCopy: '別の場所に保存',
    copyName: '{name}の控え',
    cancel: 'やめる',
    openLink: 'ブラウザーで開く',
    openLinkQuestion: 'このリンクを開きますか',
    openMail: 'メールを書く',
    openMailQuestion: 'このあて先にメールを書きますか',
    closingQuestion: '保存していないガイドが{count}件あります',
    closingDetail: '保存せずに閉じると、最後に保存した後の変更は残りません。',
    closingSave: '保存して閉じる',
    closingDiscard: '保存せずに閉じる',
    unsavedQuestion: '保存できなかったガイドがあります',
    unsavedDetail:
      '書いた文章はウィンドウに残っています。ウィンドウに戻って、保存できなかった理由を確かめてください。',
    backToWindow: 'ウィンドウに戻る',
    imageRefused: 'この画像は使えません',
    imageCopyQuestion: 'この画像をサイトの画像としてコピーしますか',
    imageCopyDetail:
      'サイトに出るのは「{folder}」フォルダーの中の画像だけです。選んだ画像はそのままで、同じものを「{folder}」に入れます。',
    imageCopy: 'コピーして使う',
    imageNotOne:
      '画像として読めないファイルです。何も変えていません。PNG、JPEG、GIF、WebP、AVIFの画像を選んでください。',
    imageIsSvg:
      'SVGの画像にはプログラムが入っていることがあるため、ここからは入れられません。何も変えていません。PNGかWebPにして選んでください。',
    imageCut:
      '画像が途中で切れています。何も変えていません。元の画像をコピーし直してから、もう一度選んでください。',
    imageTooLarge:
      '画像が20 MBより大きいため、使えません。何も変えていません。小さくしてから、もう一度選んでください。',
    targetOverlaps: 'この場所には書き出せません',
    targetOverlapsDetail:
      'ガイドのフォルダーと重なると、原稿を上書きしてしまいます。サイトのフォルダーを選んでください。',
    severalNamesQuestion: '「{name}」は、ほかの名前でも使われているファイルです',
    severalNamesDetail:
      '同じファイルに名前が{count}個あります（ハードリンク）。すべての名前の内容を変えるか、この名前の内容だけを変えるか選んでください。すべて変えるときは、今の内容を履歴に残してから書きます。この答えは、フォルダーを閉じるまで覚えておきます。',
    severalNamesAll: 'すべての名前を変える',
    severalNamesThis: 'この名前だけ変える',
    savePdf: 'PDFに書き出す',
    close: '閉じる',
  },
  en: {
    chooseFolder: 'Open a guide folder',
    chooseTarget: 'Choose the export target',
    chooseImage: 'Choose an image',
    images: 'Images',
    saveCopy: 'Save a copy',
    copyName: '{name} copy',
    cancel: 'Cancel',
    openLink: 'Open in the browser',
    openLinkQuestion: 'Open this link?',
    openMail: 'Write mail',
    openMailQuestion: 'Write mail to this address?',
    closingQuestion: {
      one: 'One guide is not saved',
      other: '{count} guides are not saved',
    },
    closingDetail: 'If you close without saving, changes since the last save are not kept.',
    closingSave: 'Save and close',
    closingDiscard: 'Close without saving',
    unsavedQuestion: 'Some guides could not be saved',
    unsavedDetail:
      'Your text is still in the window. Go back to it and look at why it could not be saved.',
    backToWindow: 'Back to the window',
    imageRefused: 'This image cannot be used',
    imageCopyQuestion: 'Copy this image into the images of the site?',
    imageCopyDetail:
      'The site shows images of the folder “{folder}” only. The image you chose stays as it is; a copy of it goes into “{folder}”.',
    imageCopy: 'Copy and use it',
    imageNotOne:
      'This file cannot be read as an image. Nothing was changed. Choose a PNG, JPEG, GIF, WebP or AVIF image.',
    imageIsSvg:
      'An SVG image can hold a program, so it is not taken in here. Nothing was changed. Choose it as PNG or WebP.',
    imageCut:
      'The image ends halfway. Nothing was changed. Copy the original again, then choose it.',
    imageTooLarge:
      'The image is larger than 20 MB. Nothing was changed. Make it smaller, then choose it again.',
    targetOverlaps: 'This place cannot be exported to',
    targetOverlapsDetail:
      'It overlaps the guide folder, so guides would be overwritten. Choose the folder of the site.',
    severalNamesQuestion: '“{name}” is in use under other names too',
    severalNamesDetail:
      'The same file has {count} names (hard links). Choose whether to change what all of them show, or what this name shows only. Before all of them change, the present text is kept in the history. The answer holds until you close the folder.',
    severalNamesAll: 'Change all names',
    severalNamesThis: 'Change this name only',
    savePdf: 'Save as PDF',
    close: 'Close',
  },
});
