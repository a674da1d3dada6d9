import type { Input } from '../../../aws/index.ts';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import type { StageProps } from './stage-props.ts';

interface UpdateStage {
  /** @param done what is told when the stage was changed */
  run(
    change: Omit<Input<'apigatewayv2', 'updateStage'>, 'ApiId' | 'StageName'>,
    done: string,
    onDone?: () => void,
  ): void;
  readonly isRunning: boolean;
  readonly error: Error | null;
}

/** Changes what is given of a stage. */
export function useUpdateStage({ apiId, stage }: StageProps): UpdateStage {
  const update = useAction('apigatewayv2', 'updateStage');
  const notify = useNotify();
  return {
    ...update,
    run: (change, done, onDone) =>
      update.run({ ApiId: apiId, StageName: stage.StageName ?? '', ...change }, () => {
        notify({ type: 'success', content: done });
        onDone?.();
      }),
  };
}
