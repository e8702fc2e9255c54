import { defineMessages } from './messages.ts';

/** Why an export leaves a file alone, and why it stops: texts that travel with plans and failures. */
export const exportMessages = defineMessages({
  ja: {
    reasonUnsafePath:
      '「{path}」という名前のファイルは、サイトに置けません。名前を変えてください。',
    reasonExtension:
      '「{path}」は書き出せない種類のファイルです。書き出すのは.mdと画像（png、jpg、gif、webp、avif、svg）だけです。',
    reasonSameTarget: '書き出し先で「{other}」と同じファイルになります。URL名を変えてください。',
    reasonRelatedBlocked:
      '関連ガイド「{name}」がまだサイトになく、今回も書き出せません。先にそのガイドを直してください。',
    reasonRelatedWaits:
      '関連ガイド「{name}」がまだサイトになく、「{root}」を直すまで書き出せません。',
    reasonImageMissing: '画像「{path}」のファイルが見つかりません。',
    reasonImageType:
      '画像「{path}」の中身が、名前の示す種類と違います。正しい画像に替えてください。',
    reasonImageActive:
      '画像「{path}」には、絵のほかに動く仕組みが入っています。絵だけのファイルに替えてください。',
    reasonImageConflict: '画像「{path}」がサイト側で変わっています。',
    reasonLinkedFile:
      '「{path}」は別の名前のファイルと中身を共有しています。コピーし直してから書き出してください。',
    reasonGone: 'ファイルが読めません。',
    reasonSiteReads:
      'サイトの側では、記事情報がここで確かめた内容と違って読まれます。原稿で記事情報を確かめてください。',
    reasonChangedAtTarget: 'サイト側のファイルが、前の書き出しのあとに変わっています。',
    reasonForeign: 'サイトに、Shirubeが書き出したものではない同じ名前のファイルがあります。',
    reasonNotAFile: 'サイトの同じ場所に、ファイルではないものがあります。',
    reasonFolderLink:
      'サイトのフォルダー「{path}」が、フォルダーではないか、別の場所を指しています。',
    reasonOtherCase:
      'サイトに、大文字と小文字だけが違う「{other}」があります。どちらかの名前を変えてください。',
    reasonRemovedChanged:
      'ガイドのフォルダーにはもうありませんが、サイト側で変わっているため取り除きません。',
    reasonStillUsed: 'サイトの「{path}」が使っているため、取り除けません。',
  },
  en: {
    reasonUnsafePath: 'A file named “{path}” cannot be put on the site. Change its name.',
    reasonExtension:
      '“{path}” is not a kind of file that is exported. Only .md and images (png, jpg, gif, webp, avif, svg) are.',
    reasonSameTarget:
      'At the export target this would be the same file as “{other}”. Change its URL name.',
    reasonRelatedBlocked:
      'The related guide “{name}” is not on the site yet and cannot be exported now. Fix that guide first.',
    reasonRelatedWaits:
      'The related guide “{name}” is not on the site yet and cannot be exported until “{root}” is fixed.',
    reasonImageMissing: 'The file of the image “{path}” cannot be found.',
    reasonImageType:
      'The content of the image “{path}” is not of the kind its name says. Replace it by the right image.',
    reasonImageActive:
      'The image “{path}” contains more than a picture, such as a script. Replace it by a plain picture.',
    reasonImageConflict: 'The image “{path}” was changed on the site.',
    reasonLinkedFile:
      '“{path}” shares its content with a file of another name. Make a copy of it, then export.',
    reasonGone: 'The file cannot be read.',
    reasonSiteReads:
      'The site would read other guide details than those checked here. Look at them in the manuscript.',
    reasonChangedAtTarget: 'The file on the site was changed after the last export.',
    reasonForeign: 'The site has a file of the same name that Shirube did not export.',
    reasonNotAFile: 'Something that is not a file is in the same place on the site.',
    reasonFolderLink: 'The site’s folder “{path}” is not a folder, or points to another place.',
    reasonOtherCase:
      'The site has “{other}”, which differs only in upper and lower case. Change one of the names.',
    reasonRemovedChanged:
      'It is no longer in the guide folder, but it was changed on the site, so it is not removed.',
    reasonStillUsed: '“{path}” on the site uses it, so it cannot be removed.',
  },
});
