import type { LambdaContext } from '../context.ts';
import { functionKind } from '../function-document.ts';
import { LIMITS } from '../limits.ts';
import type { LambdaHandlers } from '../types.ts';
import { versionKind } from '../versions/index.ts';

/** API reference, `GetAccountSettings`: the limits that hold here, and what of them is used in the region. */
export function accountHandlers({
  store,
  runtime,
}: LambdaContext): Required<Pick<LambdaHandlers, 'getAccountSettings'>> {
  return {
    async getAccountSettings(_input, { scope }) {
      const all = await store.list(functionKind, scope);
      const versions = await store.list(versionKind, scope);
      const reserved = all.reduce((sum, { value }) => sum + (value.reservedConcurrency ?? 0), 0);
      return {
        AccountLimit: {
          TotalCodeSize: LIMITS.totalCodeBytes,
          CodeSizeUnzipped: LIMITS.unzippedCodeBytes,
          CodeSizeZipped: LIMITS.zippedCodeBytes,
          ConcurrentExecutions: runtime.maxConcurrency,
          UnreservedConcurrentExecutions: runtime.maxConcurrency - reserved,
        },
        AccountUsage: {
          TotalCodeSize: [...all, ...versions].reduce((sum, { value }) => sum + value.code.sizeBytes, 0),
          FunctionCount: all.length,
        },
      };
    },
  };
}
