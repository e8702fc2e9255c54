import { history, historyKeymap, defaultKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { translate } from '#core/messages/messages';
import { bodyCountField } from './body-count.ts';
import { completion } from './completion/completion.ts';
import { definition } from './definition.ts';
import { detailsFold } from './details-fold.ts';
import { detailsGuard } from './details-guard.ts';
import { detailsIndent } from './details-indent.ts';
import { type EditorContext, editorContext } from './editor-context.ts';
import { fieldMarks } from './field-mark.ts';
import { findingCard } from './finding-card.ts';
import { findingsDecorations } from './findings-decorations.ts';
import { listKeys } from './format/list-keys.ts';
import { hangingIndent } from './hanging-indent.ts';
import { focusMode } from './focus-mode.ts';
import { folding } from './folding/folding.ts';
import { headField } from './head-field.ts';
import { knownHeadings } from './headings/headings.ts';
import { highlighting } from './highlighting.ts';
import { invisibleMarks } from './invisible-marks.ts';
import { languageOf } from './markdown-language.ts';
import { linkCard } from './link-card.ts';
import { pasting } from './paste/pasting.ts';
import { phrases } from './phrases.ts';
import { searchPanel } from './search-panel.ts';
import { selectionDrawing } from './selection-drawing.ts';
import { spellingMarks } from './spelling/spelling.ts';
import { styleNonce } from './style-nonce.ts';
import { tableKeys } from './table/table-keymap.ts';

const contextCompartment = new Compartment();
const languageCompartment = new Compartment();

function contextExtensions(context: EditorContext): Extension {
  return [
    editorContext.of(context),
    phrases(context.locale),
    invisibleMarks(context.locale, context.blankMarks),
    hangingIndent(),
    context.spelling ? spellingMarks(context.spelling, context.locale) : [],
    EditorView.contentAttributes.of({
      'aria-label': translate(editorMessages, context.locale, 'manuscript'),
      lang: 'ja',
      spellcheck: 'false',
      // A text that cannot be edited is scrolled by keyboard too.
      tabindex: '0',
    }),
  ];
}

/** Changes the language in use or the surroundings of a manuscript without touching its text. */
export function changeContext(context: EditorContext) {
  return [
    contextCompartment.reconfigure(contextExtensions(context)),
    languageCompartment.reconfigure(languageOf(context.flavour)),
  ];
}

// Keys of these are the application's own (one list: commands/), so CodeMirror must not take them.
const APPLICATION_KEYS = new Set([
  'Mod-Enter',
  'Mod-/',
  'Mod-i',
  'Mod-k',
  'F8',
  'Alt-ArrowLeft',
  'Alt-ArrowRight',
  'Mod-Shift-k',
  'Mod-Shift-l',
  'Mod-f',
]);

/** Everything a manuscript is made of but its text and line ends. */
export function manuscriptExtensions(context: EditorContext, readOnly: boolean): Extension {
  return [
    contextCompartment.of(contextExtensions(context)),
    EditorView.cspNonce.of(styleNonce()),
    EditorState.readOnly.of(readOnly),
    EditorState.lineSeparator.of('\n'),
    EditorState.tabSize.of(4),
    indentUnit.of('    '),
    headField,
    knownHeadings,
    bodyCountField,
    findingsDecorations(),
    lineNumbers(),
    folding(),
    focusMode(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    detailsFold(),
    detailsGuard(),
    detailsIndent(),
    fieldMarks(),
    history(),
    selectionDrawing(),
    EditorState.allowMultipleSelections.of(true),
    bracketMatching(),
    highlightSelectionMatches({ minSelectionLength: 2 }),
    search({ top: true, createPanel: searchPanel }),
    tableKeys(),
    pasting(),
    languageCompartment.of(languageOf(context.flavour)),
    listKeys(),
    highlighting,
    findingCard(),
    linkCard(),
    definition(),
    completion(),
    EditorView.lineWrapping,
    // The editor contains its layout, so a fixed place would be counted from its corner.
    tooltips({ position: 'absolute' }),
    keymap.of(
      [...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab].filter(
        ({ key }) => key === undefined || !APPLICATION_KEYS.has(key),
      ),
    ),
  ];
}
