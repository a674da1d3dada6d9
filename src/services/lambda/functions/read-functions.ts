import type { LambdaContext } from '../context.ts';
import { functionNotFound } from '../errors.ts';
import { type FunctionDocument, findFunction, functionKind } from '../function-document.ts';
import { type FunctionReference, functionArn, qualifiedArn, referTo } from '../function-name.ts';
import { pageOf } from '../paging.ts';
import { type ResolvedFunction, resolveFunction } from '../resolve.ts';
import type { LambdaHandlers } from '../types.ts';
import { listVersions } from '../versions/index.ts';
import { toConfiguration, toListed } from './configuration.ts';

type Reading = 'getFunction' | 'getFunctionConfiguration' | 'listFunctions';

/** The operations that only look. */
export function readFunctions({ store, locationOf }: LambdaContext): Required<Pick<LambdaHandlers, Reading>> {
  const get = async (reference: FunctionReference): Promise<ResolvedFunction> => {
    const resolved = await resolveFunction(store, reference);
    if (resolved === undefined) throw functionNotFound(qualifiedArn(reference));
    return resolved;
  };
  const getFunctionItself = async (reference: FunctionReference): Promise<FunctionDocument> => {
    const document = await findFunction(store, { ...reference, qualifier: '$LATEST' });
    if (document === undefined) throw functionNotFound(qualifiedArn(reference));
    return document;
  };

  return {
    async getFunction(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      const { state } = await get(reference);
      const { tags, reservedConcurrency } = await getFunctionItself(reference);
      const location = await locationOf(state.code);
      return {
        Configuration: toConfiguration(state, reference),
        Code: { RepositoryType: 'S3', ...(location !== undefined && { Location: location }) },
        ...(Object.keys(tags).length > 0 && { Tags: tags }),
        ...(reservedConcurrency !== undefined && {
          Concurrency: { ReservedConcurrentExecutions: reservedConcurrency },
        }),
      };
    },

    async getFunctionConfiguration(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      return toConfiguration((await get(reference)).state, reference);
    },

    async listFunctions(input, { scope }) {
      const { items, marker } = await pageOf(store, functionKind, scope, {
        marker: input.Marker,
        maxItems: input.MaxItems,
      });
      const listed = await Promise.all(
        items.map(async ({ id, value }) => {
          const reference = { scope, name: id, arn: functionArn(scope, id) };
          if (input.FunctionVersion !== 'ALL') return [toListed(value, reference)];
          const states = [value, ...(await listVersions(store, scope, id))];
          return states.map((state) => toListed(state, { ...reference, qualifier: state.version ?? '$LATEST' }));
        }),
      );
      return {
        Functions: listed.flat(),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },
  };
}
