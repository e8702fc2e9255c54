import { type ChangeSpec, EditorState } from '@codemirror/state';

/**
 * Turns each CR that an edit, a paste or a replacement brings into the line break it stands for: a
 * document holds LF only, and a CR kept as a character would become a second break in the file.
 */
export const onlyLineFeeds = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged) return transaction;
  const mended: ChangeSpec[] = [];
  transaction.changes.iterChanges((_fromA, _toA, fromB, _toB, inserted) => {
    let at = fromB;
    for (const piece of inserted.iter()) {
      for (let cr = piece.indexOf('\r'); cr !== -1; cr = piece.indexOf('\r', cr + 1)) {
        const isCrLf = cr === piece.length - 1 && inserted.length > at + cr + 1 - fromB;
        mended.push({ from: at + cr, to: at + cr + 1, insert: isCrLf ? '' : '\n' });
      }
      at += piece.length;
    }
  });
  if (mended.length === 0) return transaction;
  return [transaction, { changes: mended, sequential: true }];
});
