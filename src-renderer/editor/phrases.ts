import { EditorState, type Extension } from '@codemirror/state';
import { completionMessages } from '#core/messages/completion';
import { editorMessages } from '#core/messages/editor';
import { type Locale, translate } from '#core/messages/messages';

/** CodeMirror's own words (search panel and announcements) in the language in use. */
export function phrases(locale: Locale): Extension {
  const text = (key: Parameters<typeof translate<keyof typeof editorMessages.ja>>[2]) =>
    translate(editorMessages, locale, key, { line: '$', count: '$' });
  return EditorState.phrases.of({
    Find: text('find'),
    Replace: text('replace'),
    next: text('next'),
    previous: text('previous'),
    all: text('all'),
    'match case': text('matchCase'),
    regexp: text('regexp'),
    'by word': text('byWord'),
    replace: text('replace'),
    'replace all': text('replaceAll'),
    close: text('close'),
    'current match': text('currentMatch'),
    'on line': text('onLine'),
    'replaced match on line $': text('replacedMatch'),
    'replaced $ matches': text('replacedMatches'),
    '$ unchanged lines': text('unchangedLines'),
    Completions: translate(completionMessages, locale, 'options'),
  });
}
