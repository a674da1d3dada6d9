import type { LambdaContext } from '../context.ts';
import { functionNotFound, invalidParameter } from '../errors.ts';
import { eventInvokeConfigKind } from '../events/index.ts';
import { functionKind } from '../function-document.ts';
import { referTo } from '../function-name.ts';
import type { LambdaHandlers } from '../types.ts';

/** API reference, `DeleteFunction`. What runs, runs to its end. */
export function deleteFunction({
  store,
  runtime,
  collectGarbage,
}: LambdaContext): Required<Pick<LambdaHandlers, 'deleteFunction'>> {
  return {
    async deleteFunction(input, call) {
      const { scope, name, arn, qualifier } = referTo(input.FunctionName, call.scope, input.Qualifier);
      if (qualifier === '$LATEST') {
        throw invalidParameter('$LATEST version cannot be deleted without deleting the function.');
      }
      await store.transact(async (tx) => {
        // Recorded, for an unknown version too: the message names the function alone.
        if (qualifier !== undefined || !(await tx.delete(functionKind, scope, name))) throw functionNotFound(arn);
        await tx.deletePrefix(eventInvokeConfigKind, scope, `${name}/`);
      });
      runtime.retire(arn);
      collectGarbage();
      return { StatusCode: 204 };
    },
  };
}
