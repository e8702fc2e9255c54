import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import type { TransactionSpec } from '@codemirror/state';
import { closeHoverTooltips, hoverTooltip, keymap, showTooltip } from '@codemirror/view';
import type { EditorView, Tooltip } from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { translate } from '#core/messages/messages';
import type { Diagnostic } from '#core/lint/diagnostic';
import { editorContext } from './editor-context.ts';
import { findingsAt, findingsOf } from './findings.ts';
import { severityMark } from './icon-element.ts';

const HOVER_DELAY_MS = 300;
const CONTEXT_CHARACTERS = 4;

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** The text around a fix before and after it, with what goes and what comes marked. */
function fixLines(state: EditorState, finding: Diagnostic): [HTMLElement, HTMLElement] | undefined {
  const edits = finding.fixes?.[0]?.edits.toSorted((a, b) => a.from - b.from);
  const first = edits?.[0];
  const last = edits?.at(-1);
  if (!edits || !first || !last) return undefined;
  const line = state.doc.lineAt(first.from);
  if (last.to > line.to) return undefined;
  const from = Math.max(line.from, first.from - CONTEXT_CHARACTERS);
  const to = Math.min(line.to, last.to + CONTEXT_CHARACTERS);
  const before = element('code', '');
  const after = element('code', '');
  let position = from;
  for (const edit of edits) {
    const kept = state.sliceDoc(position, edit.from);
    before.append(kept, element('del', '', state.sliceDoc(edit.from, edit.to)));
    after.append(kept, element('ins', '', edit.insert));
    position = edit.to;
  }
  before.append(state.sliceDoc(position, to));
  after.append(state.sliceDoc(position, to));
  return [before, after];
}

function button(className: string, label: string, onPress: () => void): HTMLButtonElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = className;
  node.textContent = label;
  node.addEventListener('click', onPress);
  return node;
}

/** The card of one finding: what, why, the change a fix would make, and its buttons. */
function card(view: EditorView, finding: Diagnostic, index: number, count: number): HTMLElement {
  const { state } = view;
  const context = state.facet(editorContext);
  const { locale } = context;
  const text = (
    key: Parameters<typeof translate<keyof typeof editorMessages.ja>>[2],
    values?: Record<string, number>,
  ) => translate(editorMessages, locale, key, values);
  const header = element(
    'header',
    '',
    severityMark(finding.severity),
    element('strong', 'grow', finding.message[locale]),
  );
  if (count > 1) header.append(element('span', 'faint mono', text('place', { index, count })));
  const body = element('div', 'hovercard', header);
  body.setAttribute('role', 'dialog');
  body.setAttribute('aria-label', text('finding'));
  if (finding.advice) body.append(element('p', 'why', finding.advice[locale]));
  const fix = finding.fixes?.[0];
  if (!fix) return body;
  const lines = fixLines(state, finding);
  if (lines) {
    body.append(
      element(
        'dl',
        'fix',
        element('dt', '', text('now')),
        element('dd', '', lines[0]),
        element('dt', '', text('after')),
        element('dd', '', lines[1]),
      ),
    );
  }
  const close = (): void => {
    view.dispatch({ effects: showFindingCard.of(undefined) });
    view.focus();
  };
  const footer = element(
    'footer',
    '',
    button('btn primary small', fix.title[locale], () => {
      close();
      context.onFix(finding);
    }),
  );
  const alike = findingsOf(state).filter(
    ({ code, fixes }) => code === finding.code && fixes?.length,
  ).length;
  if (alike > 1) {
    footer.append(
      button('btn small', text('fixAllOfKind', { count: alike }), () => {
        close();
        context.onFixAll(finding.code);
      }),
    );
  }
  body.append(footer);
  return body;
}

function tooltipFor(findings: readonly Diagnostic[], byKey: boolean): Tooltip | undefined {
  const first = findings[0];
  if (!first) return undefined;
  return {
    pos: first.from,
    end: first.to,
    above: false,
    create(view) {
      const dom = element('div', 'cm-finding-card');
      findings.forEach((finding, index) => {
        dom.append(card(view, finding, index + 1, findings.length));
      });
      dom.addEventListener('keydown', (event) => {
        if (event.isComposing || event.key !== 'Escape') return;
        event.preventDefault();
        view.dispatch({ effects: showFindingCard.of(undefined) });
        view.focus();
      });
      return { dom, mount: () => byKey && dom.querySelector('button')?.focus() };
    },
  };
}

/** Opens the card of the findings at an offset at once, in place of one opened by the pointer. */
export function openFindingCard(offset: number): TransactionSpec {
  return { effects: [closeHoverTooltips, showFindingCard.of(offset)] };
}

const showFindingCard = StateEffect.define<number | undefined>();

const cardField = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(showFindingCard)) continue;
      if (effect.value === undefined) return null;
      return tooltipFor(findingsAt(transaction.state, effect.value), true) ?? null;
    }
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/** The card of a finding: by pointer after a moment, or at once at the caret. */
export function findingCard(): Extension {
  return [
    cardField,
    hoverTooltip(
      (view, offset) => {
        if (view.composing || view.state.field(cardField) !== null) return null;
        return tooltipFor(findingsAt(view.state, offset), false) ?? null;
      },
      { hoverTime: HOVER_DELAY_MS, hideOnChange: true },
    ),
    keymap.of([
      {
        key: 'Escape',
        run(view) {
          if (view.state.field(cardField) === null) return false;
          view.dispatch({ effects: showFindingCard.of(undefined) });
          return true;
        },
      },
    ]),
  ];
}
