import type { FailureCode } from '../ipc/contract.ts';
import type { Locale, Localized } from './messages.ts';

/** A failure in the author's words, in the order they are said. */
export interface FailureWords {
  /** What happened. */
  readonly what: Localized;
  /** What is safe. */
  readonly safe: Localized;
  /** What to do next; empty where the buttons beside it say it all. */
  readonly next: Localized;
}

const untouched: Localized = {
  ja: 'ファイルはそのままです。',
  en: 'The file is as it was.',
};
const textStays: Localized = {
  ja: '書いた文章はこの画面に残っています。',
  en: 'Your text is still in this window.',
};

/** The place that a failure names in its detail, as it stands within a sentence. */
function placeIn(detail: string): Localized {
  if (!/^[1-9]\d*$/.test(detail)) return { ja: '原稿', en: 'in the manuscript' };
  return { ja: `原稿の${detail}行目`, en: `on line ${detail} of the manuscript` };
}

/**
 * The three sentences for a failure; a code without words does not compile. `detail` is the failure's
 * own: only a place in it is said.
 */
export function failureWords(code: FailureCode, detail = ''): FailureWords {
  switch (code) {
    case 'internal':
      return {
        what: {
          ja: 'Shirubeの中で予期しないことが起きました。',
          en: 'Something unexpected happened inside Shirube.',
        },
        safe: textStays,
        next: {
          ja: 'もう一度試してください。続くときは、くわしい内容を管理者に伝えてください。',
          en: 'Try again. If it happens again, send the details to your maintainer.',
        },
      };
    case 'bad-request':
      return {
        what: {
          ja: 'この内容では進められませんでした。',
          en: 'This could not be done with what was entered.',
        },
        safe: untouched,
        next: {
          ja: '入力した内容を見直して、もう一度試してください。',
          en: 'Look over what you entered and try again.',
        },
      };
    case 'no-workspace':
      return {
        what: {
          ja: 'ガイドのフォルダーが開いていません。',
          en: 'No guide folder is open.',
        },
        safe: { ja: 'どのファイルも変わっていません。', en: 'No file was changed.' },
        next: { ja: 'フォルダーを開いてください。', en: 'Open a folder first.' },
      };
    case 'not-found':
      return {
        what: {
          ja: 'ファイルかフォルダーが見つかりません。',
          en: 'The file or folder is not there.',
        },
        safe: textStays,
        next: {
          ja: '移動や名前の変更がなかったか確かめてください。',
          en: 'Check whether it was moved or renamed.',
        },
      };
    case 'folder-away':
      return {
        what: {
          ja: 'このフォルダーのあるディスクが外れています。',
          en: 'The disk with this folder is not connected.',
        },
        safe: {
          ja: '書いた文章はこの画面と、このパソコンの控えに残っています。',
          en: 'Your text is in this window, and kept on this computer.',
        },
        next: {
          ja: 'ディスクをつなぎ直してから、もう一度試してください。',
          en: 'Connect the disk, then try again.',
        },
      };
    case 'not-allowed':
      return {
        what: {
          ja: 'この場所を読んだり書いたりする許可がありません。',
          en: 'You do not have permission to read or write here.',
        },
        safe: textStays,
        next: {
          ja: '別の場所に保存するか、許可を管理者に確かめてください。',
          en: 'Save a copy somewhere else, or ask your administrator for permission.',
        },
      };
    case 'outside-workspace':
      return {
        what: {
          ja: 'ガイドのフォルダーの外にあるファイルは扱えません。',
          en: 'Files outside the guide folder cannot be used.',
        },
        safe: { ja: 'どのファイルも変わっていません。', en: 'No file was changed.' },
        next: {
          ja: 'フォルダーの中に移してから、もう一度試してください。',
          en: 'Move the file into the folder and try again.',
        },
      };
    case 'changed-on-disk':
      return {
        what: {
          ja: '保存しませんでした（開いた後に、ほかの所でファイルが変わりました）。',
          en: 'Not saved: the file was changed elsewhere after you opened it.',
        },
        safe: {
          ja: 'あなたの文章も、変わったファイルも残っています。',
          en: 'Your text and the changed file are both kept.',
        },
        next: {
          ja: '見くらべて、どちらを残すか選んでください。',
          en: 'Compare them and choose which one to keep.',
        },
      };
    case 'already-exists':
      return {
        what: {
          ja: '同じ名前のファイルがもうあります。',
          en: 'There is already a file with this name.',
        },
        safe: { ja: 'そのファイルはそのままです。', en: 'That file is as it was.' },
        next: { ja: '別の名前にしてください。', en: 'Choose another name.' },
      };
    case 'name-refused':
      return {
        what: {
          ja: 'この名前はファイルに使えません。',
          en: 'No file can have this name.',
        },
        safe: { ja: 'どのファイルも変わっていません。', en: 'No file was changed.' },
        next: { ja: '別の名前にしてください。', en: 'Choose another name.' },
      };
    case 'linked':
      return {
        what: {
          ja: 'このファイルは、ほかの場所にあるファイルへのリンクです。',
          en: 'This file is a link to a file in another place.',
        },
        safe: { ja: 'どのファイルも変わっていません。', en: 'No file was changed.' },
        next: {
          ja: 'フォルダーで表示して、リンクの先のファイルを確かめてください。',
          en: 'Show it in its folder and look at the file it leads to.',
        },
      };
    case 'several-names':
      return {
        what: {
          ja: '保存していません（このファイルは、ほかの名前でも使われています）。',
          en: 'Not saved: this file is in use under other names too.',
        },
        safe: {
          ja: '元のファイルはそのままで、書いた文章はこの画面に残っています。',
          en: 'The file is as it was, and your text is still in this window.',
        },
        next: {
          ja: 'もう一度保存して、どこに書くかを選んでください。',
          en: 'Save again and choose where to write.',
        },
      };
    case 'disk-full':
      return {
        what: {
          ja: '保存できませんでした（ディスクの空きがありません）。',
          en: 'Not saved: there is no space left on the disk.',
        },
        safe: {
          ja: '元のファイルはそのままで、書いた文章はこの画面に残っています。',
          en: 'The file is as it was, and your text is still in this window.',
        },
        next: {
          ja: '空きを作ってから、もう一度保存してください。',
          en: 'Make some space, then save again.',
        },
      };
    case 'too-large':
      return {
        what: { ja: 'ファイルが大きすぎて扱えません。', en: 'The file is too large.' },
        safe: untouched,
        next: {
          ja: '原稿をいくつかのガイドに分けてください。',
          en: 'Split the manuscript into several guides.',
        },
      };
    case 'not-utf8':
      return {
        what: {
          ja: '文字の形式がUTF-8ではないため、編集できません。',
          en: 'The file is not UTF-8 text, so it cannot be edited.',
        },
        safe: untouched,
        next: {
          ja: 'UTF-8に直してから、開き直してください。',
          en: 'Convert it to UTF-8, then open it again.',
        },
      };
    case 'half-character': {
      const place = placeIn(detail);
      return {
        what: {
          ja: `保存できませんでした（${place.ja}に、半分だけ残った文字があります）。`,
          en: `Not saved: only half of a character is left ${place.en}.`,
        },
        safe: {
          ja: '元のファイルはそのままで、書いた文章はこの画面に残っています。',
          en: 'The file is as it was, and your text is still in this window.',
        },
        next: {
          ja: '指摘の「半分の文字を取り除く」で直してから、もう一度保存してください。',
          en: 'Fix the finding with “Take the half out”, then save again.',
        },
      };
    }
    case 'io':
      return {
        what: {
          ja: 'ディスクの読み書きがうまくいきませんでした。',
          en: 'The disk could not be read or written.',
        },
        safe: textStays,
        next: {
          ja: 'ディスクのつながりを確かめて、もう一度試してください。',
          en: 'Check that the disk is connected, then try again.',
        },
      };
    case 'plan-outdated':
      return {
        what: {
          ja: '確認した後に、原稿か書き出し先が変わりました。',
          en: 'The guides or the export target changed after you reviewed them.',
        },
        safe: { ja: '何も書き出していません。', en: 'Nothing was exported.' },
        next: {
          ja: 'もう一度、変更点を確認してください。',
          en: 'Review the changes again.',
        },
      };
    case 'target-refused':
      return {
        what: {
          ja: 'この場所には書き出せません。',
          en: 'This place cannot be exported to.',
        },
        safe: { ja: '何も書き出していません。', en: 'Nothing was exported.' },
        next: {
          ja: 'ガイドのフォルダーと重ならない、サイトのフォルダーを選んでください。',
          en: 'Choose the folder of the site; it must not overlap the guide folder.',
        },
      };
    case 'not-printed':
      return {
        what: { ja: '印刷できませんでした。', en: 'The page was not printed.' },
        safe: textStays,
        next: {
          ja: 'プリンターのつながりを確かめて、もう一度試してください。PDFに書き出すこともできます。',
          en: 'Check that the printer is connected and try again, or save the page as PDF.',
        },
      };
    case 'cancelled':
      return {
        what: { ja: '途中でやめました。', en: 'Stopped before the end.' },
        safe: { ja: 'どのファイルも変わっていません。', en: 'No file was changed.' },
        next: { ja: '', en: '' },
      };
  }
}

/** The three sentences as one text. */
export function failureText(code: FailureCode, detail = ''): Localized {
  const { what, safe, next } = failureWords(code, detail);
  const join = (locale: Locale, space: string) =>
    [what[locale], safe[locale], next[locale]].filter((words) => words !== '').join(space);
  return { ja: join('ja', ''), en: join('en', ' ') };
}
