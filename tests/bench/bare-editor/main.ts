import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';

// The named peer for keystrokes: CodeMirror with Markdown, wrapping and line numbers, nothing else.
declare global {
  interface Window {
    /** Shows a text, so that the bench measures the same one here and in the application. */
    show: (text: string) => void;
  }
}

const view = new EditorView({
  parent: document.body,
  extensions: [
    lineNumbers(),
    history(),
    markdown({ base: markdownLanguage }),
    EditorView.lineWrapping,
    keymap.of([...historyKeymap, ...defaultKeymap]),
  ],
});

window.show = (text) => {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  document.body.dataset.ready = 'true';
};
