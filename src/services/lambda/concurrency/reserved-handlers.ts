import { rangeViolations, refuseViolations } from '../../../aws/index.ts';
import { changeFunction } from '../change-function.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound, invalidParameter } from '../errors.ts';
import { findFunction, functionKind } from '../function-document.ts';
import { qualifiedArn, referTo } from '../function-name.ts';
import type { LambdaHandlers } from '../types.ts';

/** API reference, `PutFunctionConcurrency`, `GetFunctionConcurrency`, `DeleteFunctionConcurrency`. */
export function reservedHandlers(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'putFunctionConcurrency' | 'getFunctionConcurrency' | 'deleteFunctionConcurrency'>> {
  const { store, runtime } = context;
  return {
    async putFunctionConcurrency(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      const reservedConcurrency = input.ReservedConcurrentExecutions;
      refuseViolations(
        rangeViolations(reservedConcurrency, 'reservedConcurrentExecutions', { min: 0, max: Number.MAX_SAFE_INTEGER }),
      );
      const others = (await store.scan(functionKind)).filter(
        ({ id, scope: own }) => id !== reference.name || own.region !== reference.scope.region,
      );
      const reserved = others.reduce((sum, { value }) => sum + (value.reservedConcurrency ?? 0), 0);
      if (reserved + reservedConcurrency > runtime.maxConcurrency) {
        // AWS keeps 100 for the others; here they may be left with none.
        throw invalidParameter(
          "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [0].",
        );
      }
      await changeFunction(context, reference, undefined, (document) => ({ ...document, reservedConcurrency }));
      runtime.reserve(reference.arn, reservedConcurrency);
      return { ReservedConcurrentExecutions: reservedConcurrency };
    },

    /** Where nothing is reserved, nothing is answered (recorded: `get_function_concurrency_default`). */
    async getFunctionConcurrency(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      const document = await findFunction(store, reference);
      if (document === undefined) throw functionNotFound(qualifiedArn(reference));
      const { reservedConcurrency } = document;
      return reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
    },

    async deleteFunctionConcurrency(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      await changeFunction(context, reference, undefined, ({ reservedConcurrency: _, ...document }) => document);
      runtime.reserve(reference.arn, undefined);
      return {};
    },
  };
}
