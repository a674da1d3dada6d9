import { type Patch, useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { apiSettings as texts } from '../../../texts/en/api-settings.ts';

interface UpdateApi {
  run(patchOperations: readonly Patch[], onDone: () => void): void;
  readonly isRunning: boolean;
  readonly error: Error | null;
}

/** Changes an API by patches, all or none, and tells so. */
export function useUpdateApi(restApiId: string): UpdateApi {
  const update = useAction('apigateway', 'updateRestApi');
  const notify = useNotify();
  return {
    ...update,
    run: (patchOperations, onDone) =>
      update.run({ restApiId, patchOperations: [...patchOperations] }, () => {
        notify({ type: 'success', content: texts.done });
        onDone();
      }),
  };
}
