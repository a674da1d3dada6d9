import { rangeViolations, refuseViolations } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound, invalidParameter, notFound, userError } from '../errors.ts';
import { findFunction, lambdaTime } from '../function-document.ts';
import { type FunctionReference, qualifiedArn, referTo } from '../function-name.ts';
import { pageOf } from '../paging.ts';
import { type ResolvedFunction, resolveFunction } from '../resolve.ts';
import type { LambdaHandlers, Out } from '../types.ts';
import { provision } from './provision.ts';
import { type ProvisionedConcurrency, provisionedKind } from './provisioned-document.ts';

/** API reference, `PutProvisionedConcurrencyConfig` and its siblings. */
export function provisionedHandlers(
  context: LambdaContext,
): Required<
  Pick<
    LambdaHandlers,
    | 'putProvisionedConcurrencyConfig'
    | 'getProvisionedConcurrencyConfig'
    | 'deleteProvisionedConcurrencyConfig'
    | 'listProvisionedConcurrencyConfigs'
  >
> {
  const { store, runtime } = context;

  return {
    async putProvisionedConcurrencyConfig(input, { scope, nowMs }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      const requested = input.ProvisionedConcurrentExecutions;
      refuseViolations(
        rangeViolations(requested, 'provisionedConcurrentExecutions', { min: 1, max: Number.MAX_SAFE_INTEGER }),
      );
      const { resolved } = await requireVersion(store, reference);
      if (requested > runtime.maxConcurrency) {
        throw invalidParameter(
          `Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${runtime.maxConcurrency}].`,
        );
      }
      const document = { requested, lastModified: lambdaTime(nowMs).replace(/\.\d{3}/, '') };
      await store.transact(async (tx) => {
        await requireVersion(tx, reference);
        await tx.put(provisionedKind, reference.scope, idOf(reference), document);
      });
      await provision(context, reference, resolved, requested);
      return toOutput(document, { allocated: 0, available: 0 });
    },

    async getProvisionedConcurrencyConfig(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      const { resolved } = await requireVersion(store, reference);
      const found = await store.get(provisionedKind, reference.scope, idOf(reference));
      if (found === undefined) throw configMissing();
      return toOutput(found.value, runtime.provisioned(reference.arn, resolved.version));
    },

    async deleteProvisionedConcurrencyConfig(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      const { resolved } = await requireVersion(store, reference);
      await store.transact((tx) => tx.delete(provisionedKind, reference.scope, idOf(reference)));
      await provision(context, reference, resolved, 0);
      return {};
    },

    async listProvisionedConcurrencyConfigs(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      if ((await findFunction(store, reference)) === undefined) throw functionNotFound(qualifiedArn(reference));
      const prefix = `${reference.name}/`;
      const { items, marker } = await pageOf(store, provisionedKind, reference.scope, {
        prefix,
        marker: input.Marker,
        maxItems: input.MaxItems,
      });
      const listed = await Promise.all(
        items.map(async ({ id, value }) => {
          const qualifier = id.slice(prefix.length);
          const resolved = await resolveFunction(store, { ...reference, qualifier });
          const state = runtime.provisioned(reference.arn, resolved?.version ?? '');
          return { FunctionArn: `${reference.arn}:${qualifier}`, ...toOutput(value, state) };
        }),
      );
      return { ProvisionedConcurrencyConfigs: listed, ...(marker !== undefined && { NextMarker: marker }) };
    },
  };
}

function idOf({ name, qualifier = '' }: FunctionReference): string {
  return `${name}/${qualifier}`;
}

/** Recorded: `test_provisioned_concurrency_exceptions`. */
async function requireVersion(
  reader: Reader,
  reference: FunctionReference,
): Promise<{ readonly resolved: ResolvedFunction }> {
  if (reference.qualifier === '$LATEST') {
    throw invalidParameter('Provisioned Concurrency Configs cannot be applied to unpublished function versions.');
  }
  const resolved = await resolveFunction(reader, reference);
  if (resolved === undefined) throw functionNotFound(qualifiedArn(reference));
  if (resolved.version === '$LATEST') throw notFound('Alias can not be pointed at $LATEST version.');
  return { resolved };
}

function configMissing() {
  return userError(
    'ProvisionedConcurrencyConfigNotFoundException',
    404,
    'No Provisioned Concurrency Config found for this function',
  );
}

function toOutput(
  { requested, lastModified }: ProvisionedConcurrency,
  {
    allocated,
    available,
    failure,
  }: { readonly allocated: number; readonly available: number; readonly failure?: string },
): Out<'getProvisionedConcurrencyConfig'> {
  const isReady = available >= requested;
  return {
    RequestedProvisionedConcurrentExecutions: requested,
    AvailableProvisionedConcurrentExecutions: available,
    AllocatedProvisionedConcurrentExecutions: allocated,
    Status: isReady ? 'READY' : failure === undefined ? 'IN_PROGRESS' : 'FAILED',
    ...(!isReady && failure !== undefined && { StatusReason: failure }),
    LastModified: lastModified,
  };
}
