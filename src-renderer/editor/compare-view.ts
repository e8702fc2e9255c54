import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Locale } from '#core/messages/messages';
import { invisibleMarks } from './invisible-marks.ts';
import { phrases } from './phrases.ts';
import { styleNonce } from './style-nonce.ts';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';

/** Two texts side by side; changes of the left can be taken over into the right, which can be edited. */
export interface CompareView {
  /** The right text as it is now. */
  text(): string;
  destroy(): void;
}

/** Shows two texts (with LF) side by side inside an element; what is the same folds away. */
export function createCompareView(
  parent: Element,
  texts: { readonly left: string; readonly right: string },
  labels: {
    readonly left: string;
    readonly right: string;
    readonly take: string;
    readonly locale: Locale;
  },
): CompareView {
  const common = (label: string) => [
    EditorView.cspNonce.of(styleNonce()),
    phrases(labels.locale),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, lang: 'ja', tabindex: '0' }),
    lineNumbers(),
    invisibleMarks(labels.locale, true),
  ];
  const view = new MergeView({
    parent,
    a: {
      doc: texts.left,
      extensions: [common(labels.left), EditorState.readOnly.of(true)],
    },
    b: {
      doc: texts.right,
      extensions: [
        common(labels.right),
        history(),
        keymap.of([...historyKeymap, ...defaultKeymap]),
      ],
    },
    revertControls: 'a-to-b',
    renderRevertControl() {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'compare-take';
      button.dataset.tip = labels.take;
      button.setAttribute('aria-label', labels.take);
      button.textContent = '→';
      return button;
    },
    collapseUnchanged: { margin: 3, minSize: 6 },
    gutter: true,
  });
  return {
    text: () => view.b.state.doc.toString(),
    destroy: () => view.destroy(),
  };
}
