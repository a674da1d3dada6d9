import { rangeViolations, refuseViolations } from '../../../aws/index.ts';
import type { LambdaContext } from '../context.ts';
import { invalidParameter, notFound } from '../errors.ts';
import { findFunction } from '../function-document.ts';
import { type FunctionReference, referTo } from '../function-name.ts';
import { LIMITS } from '../limits.ts';
import { pageOf } from '../paging.ts';
import { resolveFunction } from '../resolve.ts';
import type { In, LambdaHandlers, Out } from '../types.ts';
import { checkDestinationRights } from './delivery-rights.ts';
import { parseDestination } from './destination.ts';
import { type EventInvokeConfig, eventInvokeConfigKind } from './invoke-config.ts';

type Input = In<'putFunctionEventInvokeConfig'>;
type Output = Out<'putFunctionEventInvokeConfig'>;

/** API reference, `PutFunctionEventInvokeConfig` and its siblings. A change holds from the next attempt on. */
export function eventInvokeConfigHandlers(
  context: LambdaContext,
): Required<
  Pick<
    LambdaHandlers,
    | 'putFunctionEventInvokeConfig'
    | 'updateFunctionEventInvokeConfig'
    | 'getFunctionEventInvokeConfig'
    | 'deleteFunctionEventInvokeConfig'
    | 'listFunctionEventInvokeConfigs'
  >
> {
  const { store } = context;
  const write = async (input: Input, scope: FunctionReference['scope'], nowMs: number, replaces: boolean) => {
    const reference = referTo(input.FunctionName, scope, input.Qualifier);
    checkConfig(input, reference);
    const id = idOf(reference);
    const role = (await resolveFunction(store, reference))?.state.settings.role;
    if (role !== undefined) await checkDestinationRights(context.mayDo, role, reference, destinationsOf(input));
    return store.transact(async (tx) => {
      if ((await resolveFunction(tx, reference)) === undefined) throw functionMissing();
      const before = (await tx.get(eventInvokeConfigKind, reference.scope, id))?.value;
      if (before === undefined && !replaces) throw configMissing(reference);
      const config: EventInvokeConfig = { ...(replaces ? {} : before), ...toConfig(input), lastModifiedMs: nowMs };
      await tx.put(eventInvokeConfigKind, reference.scope, id, config);
      return toOutput(config, reference);
    });
  };

  return {
    putFunctionEventInvokeConfig: (input, { scope, nowMs }) => write(input, scope, nowMs, true),
    updateFunctionEventInvokeConfig: (input, { scope, nowMs }) => write(input, scope, nowMs, false),

    async getFunctionEventInvokeConfig(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      const found = await store.get(eventInvokeConfigKind, reference.scope, idOf(reference));
      if (found === undefined) throw configMissing(reference);
      return toOutput(found.value, reference);
    },

    async deleteFunctionEventInvokeConfig(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      await store.transact(async (tx) => {
        if (!(await tx.delete(eventInvokeConfigKind, reference.scope, idOf(reference)))) throw configMissing(reference);
      });
      return {};
    },

    async listFunctionEventInvokeConfigs(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      if ((await findFunction(store, reference)) === undefined) throw functionMissing();
      const prefix = `${reference.name}/`;
      const { items, marker } = await pageOf(store, eventInvokeConfigKind, reference.scope, {
        prefix,
        marker: input.Marker,
        maxItems: input.MaxItems,
      });
      return {
        FunctionEventInvokeConfigs: items.map(({ id, value }) =>
          toOutput(value, { ...reference, qualifier: id.slice(prefix.length) }),
        ),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },
  };
}

function idOf({ name, qualifier = '$LATEST' }: FunctionReference): string {
  return `${name}/${qualifier}`;
}

/** Recorded: `test_lambda_eventinvokeconfig_exceptions`. */
function functionMissing() {
  return notFound("The function doesn't exist.");
}

/** Recorded: `test_lambda_eventinvokeconfig_exceptions`. */
function configMissing(reference: FunctionReference) {
  return notFound(
    `The function ${reference.arn}:${reference.qualifier ?? '$LATEST'} doesn't have an EventInvokeConfig`,
  );
}

/** The texts are recorded: `test_lambda_eventinvokeconfig_exceptions`. That a function is there is not asked here; AWS asks. */
function checkConfig(input: Input, reference: FunctionReference): void {
  refuseViolations(
    rangeViolations(input.MaximumRetryAttempts, 'maximumRetryAttempts', LIMITS.retryAttempts),
    rangeViolations(input.MaximumEventAgeInSeconds, 'maximumEventAgeInSeconds', LIMITS.eventAgeSeconds),
  );
  const { OnSuccess, OnFailure } = input.DestinationConfig ?? {};
  if (
    input.MaximumRetryAttempts === undefined &&
    input.MaximumEventAgeInSeconds === undefined &&
    input.DestinationConfig === undefined
  ) {
    throw invalidParameter('You must specify at least one of error handling or destination setting.');
  }
  for (const arn of destinationsOf(input)) {
    const destination = parseDestination(arn);
    // What a function of another account is called by would be its policy, and destinations are not asked for theirs.
    const isForeign = destination?.kind === 'function' && destination.accountId !== reference.scope.accountId;
    // Lambda guide, "Adding a destination": a bucket is for failures alone.
    const isMisplaced = destination?.kind === 'bucket' && arn === OnSuccess?.Destination;
    if (destination === undefined || isForeign || isMisplaced) {
      const shown = `onSuccess=${textOf('OnSuccess', OnSuccess)}, onFailure=${textOf('OnFailure', OnFailure)}`;
      throw invalidParameter(`The provided destination config DestinationConfig(${shown}) is invalid.`);
    }
    if (arn === reference.arn) throw invalidParameter("You can't specify the function as a destination for itself.");
  }
}

/** Those that are named; an empty one names none. */
function destinationsOf({ DestinationConfig }: Input): readonly string[] {
  const { OnSuccess, OnFailure } = DestinationConfig ?? {};
  return [OnSuccess?.Destination ?? '', OnFailure?.Destination ?? ''].filter((arn) => arn !== '');
}

function textOf(name: string, destination: { readonly Destination?: string | undefined } | undefined): string {
  return destination === undefined ? 'null' : `${name}(destination=${destination.Destination ?? 'null'})`;
}

function toConfig({ MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig }: Input) {
  const onSuccess = DestinationConfig?.OnSuccess?.Destination;
  const onFailure = DestinationConfig?.OnFailure?.Destination;
  return {
    ...(MaximumRetryAttempts !== undefined && { maximumRetryAttempts: MaximumRetryAttempts }),
    ...(MaximumEventAgeInSeconds !== undefined && { maximumEventAgeInSeconds: MaximumEventAgeInSeconds }),
    ...(onSuccess !== undefined && { onSuccess }),
    ...(onFailure !== undefined && { onFailure }),
  };
}

function toOutput(config: EventInvokeConfig, { arn, qualifier = '$LATEST' }: FunctionReference): Output {
  return {
    LastModified: new Date(config.lastModifiedMs),
    FunctionArn: `${arn}:${qualifier}`,
    ...(config.maximumRetryAttempts !== undefined && { MaximumRetryAttempts: config.maximumRetryAttempts }),
    ...(config.maximumEventAgeInSeconds !== undefined && {
      MaximumEventAgeInSeconds: config.maximumEventAgeInSeconds,
    }),
    DestinationConfig: {
      OnSuccess: config.onSuccess ? { Destination: config.onSuccess } : {},
      OnFailure: config.onFailure ? { Destination: config.onFailure } : {},
    },
  };
}
