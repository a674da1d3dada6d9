import { Compartment, EditorState, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type JSX, useEffect, useRef } from 'react';
import { type Complete, completion } from './completion.ts';
import styles from './editor.module.css';
import { extensions } from './extensions.ts';
import { type Language, loadLanguage } from './languages.ts';
import { type Problem, showProblems } from './problems.ts';

export interface EditorProps {
  readonly value: string;
  readonly language: Language;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Absent: the text is only to be read. */
  onChange?(value: string): void;
  /** Marked in the text, with their messages. */
  readonly problems?: readonly Problem[];
  /** Suggests what may stand at the cursor. */
  readonly complete?: Complete;
  /** Lines that it shows at least; it grows up to `maxLines`. */
  readonly minLines?: number;
  readonly maxLines?: number;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** The editor itself; enter through `CodeEditor`. */
export default function Editor(props: EditorProps): JSX.Element {
  const { value, language, label, onChange, problems = NO_PROBLEMS, minLines = 5, maxLines = 25 } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const change = useRef(onChange);
  change.current = onChange;
  const complete = useRef(props.complete);
  complete.current = props.complete;
  const isReadOnly = onChange === undefined;

  useEffect(() => {
    if (!host.current) return undefined;
    // In a shadow root CodeMirror's style sheets are objects; in the page they would be `style` elements, which the policy refuses.
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const grammar = new Compartment();
    const editor = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        extensions: [
          extensions({ label, isReadOnly, minLines, maxLines }),
          grammar.of([]),
          completion((text, at) => complete.current?.(text, at)),
          EditorView.updateListener.of((update) => {
            // What came from `value` is known where it came from; told again, it would pass for something that was typed.
            const isTyped = !update.transactions.some((one) => one.annotation(Transaction.remote));
            if (update.docChanged && isTyped) change.current?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    loadLanguage(language).then((loaded) => editor.dispatch({ effects: grammar.reconfigure(loaded) }));
    return () => editor.destroy();
  }, [language, label, isReadOnly, minLines, maxLines]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor that was made anew is empty
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      annotations: Transaction.remote.of(true),
    });
  }, [value, language, label, isReadOnly, minLines, maxLines]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: marks stand in a text, and go with it
  useEffect(() => {
    if (view.current) showProblems(view.current, problems);
  }, [problems, value, language]);

  return <div ref={host} className={styles.host} />;
}
