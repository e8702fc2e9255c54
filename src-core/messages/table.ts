import { defineMessages } from './messages.ts';

/** Why a command of tables left the text as it was. */
export const tableMessages = defineMessages({
  ja: {
    outside: 'カーソルを表の中に置くと使えます',
    nothing: 'この表では、これ以上変えるところがありません',
    within: '表の中には、別の表を入れられません',
    noPlace: 'ここには表を入れられません。本文にカーソルを置いてください',
  },
  en: {
    outside: 'Put the caret in a table to use this',
    nothing: 'There is nothing more to change in this table',
    within: 'A table cannot hold another one',
    noPlace: 'A table cannot go here. Put the caret into the body',
  },
});
