import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { highlighting, theme } from './theme.ts';
import { typingOver } from './typing-over.ts';

interface Options {
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly minLines: number;
  readonly maxLines: number;
}

const LINE_PX = 20;

/** What every editor has, whatever its language. */
export function extensions({ label, isReadOnly, minLines, maxLines }: Options): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    typingOver,
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap]),
    syntaxHighlighting(highlighting),
    theme,
    EditorView.theme({
      '.cm-scroller': { minHeight: `${minLines * LINE_PX}px`, maxHeight: `${maxLines * LINE_PX}px` },
    }),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorState.readOnly.of(isReadOnly),
    // Still with the keyboard's cursor: what is only read is scrolled and copied, too.
    EditorView.lineWrapping,
  ];
}
