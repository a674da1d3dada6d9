import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAws } from '../../../session/index.ts';
import { type CodeDraft, changedSince } from './draft.ts';

interface HeldDraft {
  /** What was changed so far; nothing, on the code that is deployed, where there is no draft. */
  readonly draft: CodeDraft;
  set(draft: CodeDraft): void;
  /** Leaves what was changed since that was sent. @param sha of what is deployed now */
  deployed(sent: CodeDraft, sha: string): void;
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
    deployed: (sent, sha) => {
      const now = queries.getQueryData<CodeDraft | null>(key);
      write(now ? changedSince(sent, now, sha) : null);
    },
    discard: () => write(null),
  };
}
