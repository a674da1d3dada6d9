import { type Patch, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import type { UsagePlan } from './use-plans.ts';

interface UpdatePlan {
  /** @param done what is told when the plan was changed */
  run(patchOperations: Patch[], done: string, onDone: () => void): void;
  readonly isRunning: boolean;
  readonly error: Error | null;
}

/** Changes a plan by patches, all or none. */
export function useUpdatePlan({ id: usagePlanId = '' }: UsagePlan): UpdatePlan {
  const { run, isRunning, error } = useAction('apigateway', 'updateUsagePlan');
  const notify = useNotify();
  return {
    isRunning,
    error,
    run: (patchOperations, done, onDone) =>
      run({ usagePlanId, patchOperations }, () => {
        notify({ type: 'success', content: done });
        onDone();
      }),
  };
}
