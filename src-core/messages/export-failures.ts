import type { Failure } from '../ipc/contract.ts';
import { defineMessages, type Localized, localize } from './messages.ts';

/**
 * Why an export did not happen: what happened, what is safe, what next, in this order.
 * @public the test of all texts walks what is exported
 */
export const exportFailureMessages = defineMessages({
  ja: {
    outdated:
      '確認したあとに、ガイドか書き出し先のファイルが変わりました。書き出し先は前のままです。もう一度照らし合わせてください。',
    cancelled: '書き出しをやめました。書き出し先は前のままです。',
    diskFull:
      '書き出せませんでした（書き出し先のディスクの空きが足りません）。書き出し先は前のままです。空きを作ってから、もう一度書き出してください。',
    notAllowed:
      '書き出せませんでした（書き出し先に書き込めません）。書き出し先は前のままです。フォルダーの権限を確かめるか、別の書き出し先を選んでください。',
    unfinished:
      '書き出しの途中で止まりました。書き出し先には、新しいファイルと前のファイルが混ざっています。もう一度書き出すか、アプリを開き直すと、そろった状態に戻します。',
    other:
      '書き出せませんでした（書き出し先を読み書きできません）。ガイドは変わっていません。書き出し先を確かめて、もう一度書き出してください。',
    notAFolder: '書き出し先のフォルダーが見つかりません。別の書き出し先を選んでください。',
    insideWorkspace:
      '書き出し先がガイドのフォルダーの中にあります。ガイドのフォルダーの外にあるフォルダーを選んでください。',
    badConfig:
      '設定にある書き出し先のフォルダー名は使えません。サイトの管理者に、設定の書き出し先を直してもらってください。',
    gitBusy:
      '書き出し先で、ほかの作業が途中になっています。何も書き込んでいません。その作業を終えてから、もう一度書き出してください。',
    replaced:
      '書き出し先のフォルダーが、確認したときのものと違います。何も書き込んでいません。書き出し先を選び直してください。',
    folderLink:
      '書き出し先のフォルダーの一部が、別の場所を指しています。何も書き込んでいません。フォルダーを元に戻してから、もう一度書き出してください。',
    busy: '同じ書き出し先に、別の書き出しが進んでいます。何も書き込んでいません。終わってから、もう一度書き出してください。',
    notChosen: 'この書き出し先は、まだ選ばれていません。書き出し先を選んでください。',
  },
  en: {
    outdated:
      'Guides or files at the export target changed after the review. The target is as before. Compare again.',
    cancelled: 'The export was stopped. The target is as before.',
    diskFull:
      'Not exported: the disk of the export target has too little room. The target is as before. Make room, then export again.',
    notAllowed:
      'Not exported: the export target cannot be written. The target is as before. Check the folder’s permissions, or choose another target.',
    unfinished:
      'The export stopped halfway. The target holds new and former files. Export again or reopen the app: it then makes them agree.',
    other:
      'Not exported: the export target cannot be read or written. Your guides are unchanged. Check the target, then export again.',
    notAFolder: 'The folder of the export target cannot be found. Choose another target.',
    insideWorkspace: 'The export target is inside the guide folder. Choose a folder outside of it.',
    badConfig:
      'The folder names of the export target in the configuration cannot be used. Ask the site’s maintainer to change them.',
    gitBusy:
      'Other work is under way in the export target. Nothing was written. Finish that work, then export again.',
    replaced:
      'The folder of the export target is not the one that was reviewed. Nothing was written. Choose the target again.',
    folderLink:
      'A folder of the export target points to another place. Nothing was written. Put the folder back, then export again.',
    busy: 'Another export into the same target is under way. Nothing was written. Export again when it is done.',
    notChosen: 'This export target has not been chosen yet. Choose it.',
  },
});

const refusals: Readonly<Record<string, keyof typeof exportFailureMessages.ja>> = {
  'not-a-folder': 'notAFolder',
  'inside-workspace': 'insideWorkspace',
  'bad-config': 'badConfig',
  'git-busy': 'gitBusy',
  replaced: 'replaced',
  'folder-link': 'folderLink',
  busy: 'busy',
};

/** Says a failure of planning or exporting in words; the detail stays for those who look closer. */
export function exportFailureText({ code, detail }: Failure): Localized {
  const say = (key: keyof typeof exportFailureMessages.ja): Localized =>
    localize(exportFailureMessages, key);
  if (detail.startsWith('unfinished')) return say('unfinished');
  switch (code) {
    case 'plan-outdated':
    case 'changed-on-disk':
    case 'already-exists':
      return say('outdated');
    case 'cancelled':
      return say('cancelled');
    case 'disk-full':
      return say('diskFull');
    case 'not-allowed':
      return say('notAllowed');
    case 'target-refused':
      return say(Object.hasOwn(refusals, detail) ? (refusals[detail] ?? 'notChosen') : 'notChosen');
    case 'internal':
    case 'bad-request':
    case 'no-workspace':
    case 'folder-away':
    case 'not-found':
    case 'outside-workspace':
    case 'name-refused':
    case 'linked':
    case 'several-names':
    case 'too-large':
    case 'not-utf8':
    case 'half-character':
    case 'not-printed':
    case 'io':
      return say('other');
  }
}
