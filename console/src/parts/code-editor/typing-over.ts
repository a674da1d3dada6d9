import { EditorView } from '@codemirror/view';

/**
 * Puts what is typed into a selection's place. The browser would keep the look of what stood there, by a `style` attribute, which
 * the policy of the page refuses and reports.
 */
export const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data } = event;
    if (event.inputType !== 'insertText' || data === null || view.state.readOnly) return false;
    const { from, to } = toldRange(event, view) ?? view.state.selection.main;
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

/** As the event tells it, where it does: the editor learns of a selection a moment later. */
function toldRange(event: InputEvent, view: EditorView): { readonly from: number; readonly to: number } | undefined {
  const [range] = event.getTargetRanges();
  if (!range || range.collapsed) return undefined;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  return { from, to: view.posAtDOM(range.endContainer, range.endOffset) };
}
