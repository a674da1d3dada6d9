import { type Patch, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import type { StageProps } from './stage-props.ts';

interface UpdateStage {
  /** @param done what is told when the stage was changed */
  run(patchOperations: readonly Patch[], done: string, onDone?: () => void): void;
  readonly isRunning: boolean;
  readonly error: Error | null;
  reset(): void;
}

/** Changes a stage by patches, all or none. */
export function useUpdateStage({ apiId, stage }: StageProps): UpdateStage {
  const { stageName = '' } = stage;
  const update = useAction('apigateway', 'updateStage');
  const notify = useNotify();
  return {
    ...update,
    run: (patchOperations, done, onDone) =>
      update.run({ restApiId: apiId, stageName, patchOperations }, () => {
        notify({ type: 'success', content: done });
        onDone?.();
      }),
  };
}
