import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';

/** Something wrong with the text. */
export interface Problem {
  /** From 1. */
  readonly line: number;
  /** From 1; absent for the whole line. */
  readonly column?: number;
  readonly message: string;
  readonly severity?: 'error' | 'warning';
}

/** Marks problems; those that lie behind the text's end are put at its end. */
export function showProblems(view: EditorView, problems: readonly Problem[]): void {
  const diagnostics = problems.map(({ line, column, message, severity = 'error' }): Diagnostic => {
    const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    const from = column === undefined ? at.from : Math.min(at.from + column - 1, at.to);
    return { from, to: at.to, message, severity };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
