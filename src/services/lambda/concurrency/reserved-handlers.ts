import { rangeViolations, refuseViolations } from '../../../aws/index.ts';
import { changeFunction } from '../change-function.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound, invalidParameter } from '../errors.ts';
import { findFunction, functionKind } from '../function-document.ts';
import { type FunctionReference, functionArn, referTo } from '../function-name.ts';
import type { LambdaHandlers } from '../types.ts';

/** API reference, `PutFunctionConcurrency`, `GetFunctionConcurrency`, `DeleteFunctionConcurrency`. */
export function reservedHandlers(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'putFunctionConcurrency' | 'getFunctionConcurrency' | 'deleteFunctionConcurrency'>> {
  const { store, runtime } = context;
  return {
    async putFunctionConcurrency(input, { scope }) {
      const reference = referToFunction(input.FunctionName, scope);
      const reservedConcurrency = input.ReservedConcurrentExecutions;
      refuseViolations(
        rangeViolations(reservedConcurrency, 'reservedConcurrentExecutions', { min: 0, max: Number.MAX_SAFE_INTEGER }),
      );
      if ((await findFunction(store, reference)) === undefined) throw functionNotFound(`${reference.arn}:$LATEST`);
      const others = (await store.scan(functionKind)).filter(
        ({ id, scope: own }) => functionArn(own, id) !== reference.arn,
      );
      const reserved = others.reduce((sum, { value }) => sum + (value.reservedConcurrency ?? 0), 0);
      if (reserved + reservedConcurrency > runtime.maxConcurrency - context.minUnreserved) {
        // AWS's own words, seen in users' reports.
        throw invalidParameter(
          `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${context.minUnreserved}].`,
        );
      }
      await changeFunction(context, reference, undefined, (document) => ({ ...document, reservedConcurrency }));
      runtime.reserve(reference.arn, reservedConcurrency);
      return { ReservedConcurrentExecutions: reservedConcurrency };
    },

    /** Where nothing is reserved, nothing is answered (recorded: `test_function_concurrency`). */
    async getFunctionConcurrency(input, { scope }) {
      const reference = referToFunction(input.FunctionName, scope);
      const document = await findFunction(store, reference);
      if (document === undefined) throw functionNotFound(`${reference.arn}:$LATEST`);
      const { reservedConcurrency } = document;
      return reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
    },

    async deleteFunctionConcurrency(input, { scope }) {
      const reference = referToFunction(input.FunctionName, scope);
      await changeFunction(context, reference, undefined, ({ reservedConcurrency: _, ...document }) => document);
      runtime.reserve(reference.arn, undefined);
      return {};
    },
  };
}

/** A function without a qualifier. The refusals of `PutFunctionConcurrency` are recorded: `test_function_concurrency_exceptions`. */
function referToFunction(name: string, scope: FunctionReference['scope']): FunctionReference {
  const reference = referTo(name, scope);
  if (reference.qualifier === undefined) return reference;
  throw invalidParameter(
    'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
  );
}
