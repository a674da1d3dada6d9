import type { Input } from '../../../aws/index.ts';
import { type Action, useSteps } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import { settled } from '../settled.ts';
import type { Configuration } from '../use-functions.ts';

type Changes = Omit<Input<'lambda', 'updateFunctionConfiguration'>, 'FunctionName' | 'RevisionId'>;

/** Changes settings of a function, as they were read, and waits until they are in use. */
export function useUpdateConfiguration({
  FunctionName = '',
  RevisionId,
}: Configuration): Action<Changes, Configuration> {
  const aws = useAws();
  return useSteps('lambda', async (changes: Changes) =>
    settled(aws, await aws.call('lambda', 'updateFunctionConfiguration', { FunctionName, RevisionId, ...changes })),
  );
}
