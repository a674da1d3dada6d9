import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAws } from '../../../session/index.ts';
import type { CodeDraft } from './draft.ts';

interface HeldDraft {
  /** What was changed so far; nothing, on the code that is deployed, where there is no draft. */
  readonly draft: CodeDraft;
  set(draft: CodeDraft): void;
  discard(): void;
}

const NOTHING: CodeDraft['changes'] = new Map();

/** The draft of a function's code: it lasts as long as the session, so that other pages may be looked at meanwhile. */
export function useCodeDraft(functionName: string, deployedSha: string): HeldDraft {
  const { region } = useAws();
  const queries = useQueryClient();
  const key = ['draft', region, functionName] as const;
  const held = useQuery<CodeDraft | null>({ queryKey: key, queryFn: skipToken, initialData: null, gcTime: Infinity });
  const write = useCallback(
    (draft: CodeDraft | null) => queries.setQueryData(['draft', region, functionName], draft),
    [queries, region, functionName],
  );
  return {
    draft: held.data ?? { baseSha: deployedSha, changes: NOTHING },
    set: (draft) => write(draft.changes.size === 0 ? null : draft),
    discard: () => write(null),
  };
}
