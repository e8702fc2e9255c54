import { defineMessages } from './messages.ts';

/** What is told of moving, renumbering and folding the sections of a guide. */
export const sectionMessages = defineMessages({
  ja: {
    movedUp: '「{title}」を上へ動かしました',
    movedDown: '「{title}」を下へ動かしました',
    renumber: '番号を振り直す',
    renumbered: '見出しの番号を振り直しました',
    undo: '元に戻す',
    'no-section': '動かす見出しがありません。見出しの下にカーソルを置いてください',
    title: 'タイトルの見出しは動かせません',
    edge: 'この節の先には、同じ深さの節がありません',
    'would-change':
      'ここへ動かすと見出しの読まれ方が変わるため、動かしませんでした。コードの終わりや空行を確かめてください',
    'in-order': '見出しの番号は順に並んでいます',
    'too-many': '番号の付いた章が10より多いため、振り直せません。🔟の次の絵文字がありません',
  },
  en: {
    movedUp: 'Moved “{title}” up',
    movedDown: 'Moved “{title}” down',
    renumber: 'Renumber',
    renumbered: 'Renumbered the headings',
    undo: 'Undo',
    'no-section': 'No heading to move: put the caret under one',
    title: 'The heading of the title stays where it is',
    edge: 'There is no section of the same level beyond this one',
    'would-change':
      'Not moved: headings would be read otherwise there. Check where code ends, and blank lines',
    'in-order': 'The numbers of the headings are in order',
    'too-many': 'More than 10 numbered chapters: no emoji comes after 🔟, so they stay as they are',
  },
});
