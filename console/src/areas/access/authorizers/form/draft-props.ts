import type { Draft } from '../draft.ts';

/** Of every part of the form. */
export interface DraftProps {
  readonly draft: Draft;
  set(part: Partial<Draft>): void;
}
