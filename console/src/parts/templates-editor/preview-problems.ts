import type { Problem } from '../code-editor/index.tsx';
import type { Rendering } from './use-preview.ts';

/** Where a template fails, as an editor marks it. */
export function previewProblems(rendering: Rendering | undefined): readonly Problem[] {
  if (!rendering?.error) return [];
  const { message, line = 1, column } = rendering.error;
  return [{ message, line, ...(column !== undefined && { column }) }];
}
