import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { type JSX, lazy, Suspense } from 'react';
import type { EditorProps } from './editor.tsx';

export type { Complete, Suggestion, Suggestions } from './completion.ts';
export type { Language } from './languages.ts';
export type { Problem } from './problems.ts';

const Editor = lazy(() => import('./editor.tsx'));

/**
 * CodeMirror, fetched when a page first shows code. Tab leaves it, as it leaves every field.
 * In a `FormField` give the field's label again as `label`: the editor is no input that the field could name.
 */
export function CodeEditor(props: EditorProps): JSX.Element {
  return (
    <Suspense
      fallback={
        <Box padding="s">
          <Spinner />
        </Box>
      }
    >
      <Editor {...props} />
    </Suspense>
  );
}
