import type { LambdaContext } from '../context.ts';
import { functionNotFound } from '../errors.ts';
import { type FunctionDocument, findFunction, functionKind } from '../function-document.ts';
import { type FunctionReference, functionArn, qualifiedArn, referTo } from '../function-name.ts';
import { pageOf } from '../paging.ts';
import type { LambdaHandlers } from '../types.ts';
import { toConfiguration, toListed } from './configuration.ts';

type Reading =
  | 'getFunction'
  | 'getFunctionConfiguration'
  | 'listFunctions'
  | 'listVersionsByFunction'
  | 'getFunctionConcurrency'
  | 'getFunctionCodeSigningConfig';

/** The operations that only look. */
export function readFunctions({ store }: LambdaContext): Required<Pick<LambdaHandlers, Reading>> {
  const get = async (reference: FunctionReference): Promise<FunctionDocument> => {
    const document = await findFunction(store, reference);
    if (document === undefined) throw functionNotFound(qualifiedArn(reference));
    return document;
  };

  return {
    /** `Code` has no `Location`: there is no address from which the zip file could be fetched. */
    async getFunction(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      const document = await get(reference);
      return {
        Configuration: toConfiguration(document, reference),
        Code: { RepositoryType: 'S3' },
        ...(Object.keys(document.tags).length > 0 && { Tags: document.tags }),
      };
    },

    async getFunctionConfiguration(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      return toConfiguration(await get(reference), reference);
    },

    async listFunctions(input, { scope }) {
      const { items, marker } = await pageOf(store, functionKind, scope, {
        marker: input.Marker,
        maxItems: input.MaxItems,
      });
      const qualifier = input.FunctionVersion === 'ALL' ? { qualifier: '$LATEST' } : {};
      return {
        Functions: items.map(({ id, value }) => {
          return toListed(value, { scope, name: id, arn: functionArn(scope, id), ...qualifier });
        }),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },

    /** The one version that there is. */
    async listVersionsByFunction(input, { scope }) {
      const reference = { ...referTo(input.FunctionName, scope), qualifier: '$LATEST' };
      return { Versions: [toListed(await get(reference), reference)] };
    },

    /** Nothing is reserved (recorded: `get_function_concurrency_default`). */
    async getFunctionConcurrency(input, { scope }) {
      await get(referTo(input.FunctionName, scope));
      return {};
    },

    /** None is set (recorded: `get_function_csc_fnwithoutcsc`). */
    async getFunctionCodeSigningConfig(input, { scope }) {
      await get(referTo(input.FunctionName, scope));
      return {} as Awaited<ReturnType<Required<LambdaHandlers>['getFunctionCodeSigningConfig']>>;
    },
  };
}
