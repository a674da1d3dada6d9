import { rangeViolations, refuseViolations } from '../../../aws/index.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound, invalidParameter } from '../errors.ts';
import { type FunctionDocument, findFunction, functionKind } from '../function-document.ts';
import { type FunctionReference, functionArn, qualifiedArn, referTo } from '../function-name.ts';
import { LIMITS } from '../limits.ts';
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
      refuseViolations(rangeViolations(input.MaxItems, 'maxItems', { min: 1, max: 10_000 }));
      const limit = Math.min(input.MaxItems ?? LIMITS.listedFunctions, LIMITS.listedFunctions);
      const after = input.Marker === undefined ? undefined : fromMarker(input.Marker);
      const found = await store.list(functionKind, scope, { limit: limit + 1, ...(after !== undefined && { after }) });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const qualifier = input.FunctionVersion === 'ALL' ? { qualifier: '$LATEST' } : {};
      return {
        Functions: page.map(({ id, value }) => {
          return toListed(value, { scope, name: id, arn: functionArn(scope, id), ...qualifier });
        }),
        ...(found.length > limit && last !== undefined && { NextMarker: toMarker(last.id) }),
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

function toMarker(name: string): string {
  return Buffer.from(name).toString('base64url');
}

function fromMarker(marker: string): string {
  const name = Buffer.from(marker, 'base64url').toString();
  if (toMarker(name) !== marker) throw invalidParameter('The provided pagination token is invalid.');
  return name;
}
