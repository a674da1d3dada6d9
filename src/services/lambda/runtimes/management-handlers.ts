import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound } from '../errors.ts';
import { qualifiedArn, referTo } from '../function-name.ts';
import { refuse } from '../refuse.ts';
import { resolveFunction } from '../resolve.ts';
import type { LambdaHandlers } from '../types.ts';

type Input = Parameters<Required<LambdaHandlers>['getRuntimeManagementConfig']>[0];

/**
 * API reference, `GetRuntimeManagementConfig` and `PutRuntimeManagementConfig`. A runtime is what this machine has, at any time, so
 * `Auto` is what every function has; what would hold an older one back is refused.
 */
export function runtimeManagementHandlers({
  store,
}: LambdaContext): Required<Pick<LambdaHandlers, 'getRuntimeManagementConfig' | 'putRuntimeManagementConfig'>> {
  return {
    async getRuntimeManagementConfig(input, { scope }) {
      return { UpdateRuntimeOn: 'Auto', FunctionArn: await arnOf(store, input, scope) };
    },
    async putRuntimeManagementConfig(input, { scope }) {
      const { UpdateRuntimeOn } = input;
      refuseViolations(enumViolations(UpdateRuntimeOn, 'updateRuntimeOn', ['Auto', 'Manual', 'FunctionUpdate']));
      refuse({ [`UpdateRuntimeOn ${UpdateRuntimeOn}`]: UpdateRuntimeOn !== 'Auto' });
      return { UpdateRuntimeOn: 'Auto', FunctionArn: await arnOf(store, input, scope) };
    },
  };
}

async function arnOf(
  reader: Reader,
  { FunctionName, Qualifier }: Input,
  scope: Parameters<typeof referTo>[1],
): Promise<string> {
  const reference = referTo(FunctionName, scope, Qualifier);
  if ((await resolveFunction(reader, reference)) === undefined) throw functionNotFound(qualifiedArn(reference));
  return qualifiedArn({ ...reference, qualifier: reference.qualifier ?? '$LATEST' });
}
