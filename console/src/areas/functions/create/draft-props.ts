import type { FunctionDraft } from './draft.ts';

export interface DraftProps {
  readonly draft: FunctionDraft;
  onChange(changes: Partial<FunctionDraft>): void;
}
