import { changeIn } from '../change-function.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound } from '../errors.ts';
import { findFunction } from '../function-document.ts';
import { qualifiedArn, referTo } from '../function-name.ts';
import type { LambdaHandlers, Out } from '../types.ts';
import { requireCodeSigningConfig } from './check-code.ts';

type Operations = 'putFunctionCodeSigningConfig' | 'getFunctionCodeSigningConfig' | 'deleteFunctionCodeSigningConfig';

/** API reference, `PutFunctionCodeSigningConfig` and its siblings: it takes effect with the next deployment of code. */
export function functionCodeSigningHandlers(context: LambdaContext): Required<Pick<LambdaHandlers, Operations>> {
  const { store } = context;
  return {
    async putFunctionCodeSigningConfig({ FunctionName, CodeSigningConfigArn: codeSigningConfigArn }, { scope }) {
      const reference = referTo(FunctionName, scope);
      const revisions = { expectedRevisionId: undefined, revisionId: context.uuid() };
      await store.transact(async (tx) => {
        await requireCodeSigningConfig(tx, codeSigningConfigArn, reference.scope);
        await changeIn(tx, reference, revisions, (document) => ({ ...document, codeSigningConfigArn }));
      });
      return { CodeSigningConfigArn: codeSigningConfigArn, FunctionName: reference.name };
    },

    /** Where none is set, nothing is answered (as localstack does; no recording was read). */
    async getFunctionCodeSigningConfig(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      const document = await findFunction(store, reference);
      if (document === undefined) throw functionNotFound(qualifiedArn(reference));
      const { codeSigningConfigArn } = document;
      if (codeSigningConfigArn === undefined) return {} as Out<'getFunctionCodeSigningConfig'>;
      return { CodeSigningConfigArn: codeSigningConfigArn, FunctionName: reference.name };
    },

    async deleteFunctionCodeSigningConfig(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      const revisions = { expectedRevisionId: undefined, revisionId: context.uuid() };
      await store.transact((tx) =>
        changeIn(tx, reference, revisions, ({ codeSigningConfigArn: _, ...document }) => document),
      );
      return {};
    },
  };
}
