import { rangeViolations, refuseViolations } from '../../../aws/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, functionNotFound, invalidParameter, notFound, userError } from '../errors.ts';
import { findFunction, lambdaTime } from '../function-document.ts';
import { type FunctionReference, qualifiedArn, referTo } from '../function-name.ts';
import { pageOf } from '../paging.ts';
import { type ResolvedFunction, resolveFunction } from '../resolve.ts';
import type { LambdaHandlers, Out } from '../types.ts';
import { provision } from './provision.ts';
import { type ProvisionedConcurrency, provisionedKind } from './provisioned-document.ts';

const UNPUBLISHED = 'Provisioned Concurrency Configs cannot be applied to unpublished function versions.';

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
      const { resolved } = await requireVersion(store, reference, UNPUBLISHED);
      if (requested > runtime.maxConcurrency) {
        // The words are ours.
        throw invalidParameter(
          `Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${runtime.maxConcurrency}].`,
        );
      }
      const document = { requested, lastModified: lambdaTime(nowMs).replace(/\.\d{3}/, '') };
      await store.transact(async (tx) => {
        const { resolved: now } = await requireVersion(tx, reference, UNPUBLISHED);
        await refuseSecond(tx, reference, now.version);
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
      const isDeleted = await store.transact((tx) => tx.delete(provisionedKind, reference.scope, idOf(reference)));
      // What another name keeps ready of the version stays.
      if (isDeleted) await provision(context, reference, resolved, 0);
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

/**
 * Recorded: `test_provisioned_concurrency_exceptions`, but for an alias of `$LATEST`, whose text is ours.
 * @param unpublished what to say of `$LATEST`
 */
async function requireVersion(
  reader: Reader,
  reference: FunctionReference,
  unpublished = 'The function resource provided must be an alias or a published version.',
): Promise<{ readonly resolved: ResolvedFunction }> {
  const { qualifier = '$LATEST' } = reference;
  if (qualifier === '$LATEST') throw invalidParameter(unpublished);
  const resolved = await resolveFunction(reader, reference);
  if (resolved === undefined) {
    const arn = qualifiedArn(reference);
    throw isNumber(qualifier) ? functionNotFound(arn) : notFound(`Cannot find alias arn: ${arn}`);
  }
  if (resolved.version === '$LATEST') throw notFound('Alias can not be pointed at $LATEST version.');
  return { resolved };
}

/**
 * A version is provisioned by one name alone: by its number or by an alias (recorded: `test_lambda_provisioned_lifecycle`; that
 * a second alias is refused, too, is an assumption).
 */
async function refuseSecond(tx: Transaction, { scope, name, arn, qualifier }: FunctionReference, version: string) {
  const prefix = `${name}/`;
  for (const { id } of await tx.list(provisionedKind, scope, { prefix })) {
    const other = id.slice(prefix.length);
    if (other === qualifier) continue;
    const resolved = await resolveFunction(tx, { scope, name, arn, qualifier: other });
    if (resolved?.version !== version) continue;
    throw conflict(
      isNumber(qualifier)
        ? 'Version is pointed by a Provisioned Concurrency alias'
        : "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    );
  }
}

function isNumber(qualifier = ''): boolean {
  return /^\d+$/.test(qualifier);
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
