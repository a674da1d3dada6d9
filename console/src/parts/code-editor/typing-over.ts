import { EditorView } from '@codemirror/view';

/**
 * Puts what is typed into a selection's place. The browser would keep the look of what stood there, by a `style` attribute, which
 * the policy of the page refuses and reports.
 */
export const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data } = event;
    if (event.inputType !== 'insertText' || data === null || view.state.readOnly) return false;
    const { from, to } = shownSelection(view) ?? view.state.selection.main;
    if (from === to) return false;
    event.preventDefault();
    view.dispatch({
      changes: { from, to, insert: data },
      selection: { anchor: from + data.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/**
 * As the browser has it: the editor learns of a selection a moment later. Asked of the editor's own root, since the document does not tell
 * what is selected in a shadow tree, and neither does the event.
 */
function shownSelection(view: EditorView): { readonly from: number; readonly to: number } | undefined {
  // A shadow root has it in Chromium alone; elsewhere the document tells.
  const root = view.root as DocumentOrShadowRoot & { getSelection?(): Selection | null };
  const selection = root.getSelection?.() ?? document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!view.contentDOM.contains(range.commonAncestorContainer)) return undefined;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  return { from, to: view.posAtDOM(range.endContainer, range.endOffset) };
}
