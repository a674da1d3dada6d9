import { lengthViolations, patternViolations, refuseViolations } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import { moveProvisioned, provision } from '../concurrency/provision.ts';
import { provisionedKind } from '../concurrency/provisioned-document.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, functionNotFound, invalidParameter, notFound, revisionMismatch } from '../errors.ts';
import { eventInvokeConfigKind } from '../events/index.ts';
import { findFunction } from '../function-document.ts';
import { type FunctionReference, referTo } from '../function-name.ts';
import { LIMITS } from '../limits.ts';
import { pageOf } from '../paging.ts';
import { resolveFunction } from '../resolve.ts';
import type { In, LambdaHandlers, Out } from '../types.ts';
import { deleteUrl } from '../urls/url-document.ts';
import { findVersion } from '../versions/index.ts';
import { type AliasDocument, aliasKind, findAlias } from './alias-document.ts';

const NAME = { test: /^(?!\d+$)[a-zA-Z0-9-_]+$/, text: '(?!^[0-9]+$)([a-zA-Z0-9-_]+)' };
const WEIGHT_KEYS =
  'Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+';
const WEIGHT_VALUES =
  'Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0';
const VERSION = { test: /^(\$LATEST|\d+)$/, text: '(\\$LATEST|[0-9]+)' };

/** API reference, `CreateAlias`, `GetAlias`, `UpdateAlias`, `DeleteAlias`, `ListAliases`. */
export function aliasHandlers(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'createAlias' | 'getAlias' | 'updateAlias' | 'deleteAlias' | 'listAliases'>> {
  const { store } = context;
  return {
    async createAlias(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      checkAlias(input);
      const { Name: name, FunctionVersion: functionVersion } = input;
      const weights = weightsOf(input.RoutingConfig);
      const alias: AliasDocument = {
        name,
        functionVersion,
        description: input.Description ?? '',
        ...(weights && { weights }),
        revisionId: context.uuid(),
        statements: [],
      };
      return store.transact(async (tx) => {
        await checkVersions(tx, reference, alias);
        if (await findAlias(tx, reference.scope, reference.name, name)) {
          throw conflict(`Alias already exists: ${reference.arn}:${name}`);
        }
        await tx.put(aliasKind, reference.scope, `${reference.name}/${name}`, alias, 0);
        return toOutput(alias, reference);
      });
    },

    async getAlias(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      return toOutput(await requireAlias(store, reference, input.Name), reference);
    },

    async updateAlias(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      checkAlias(input);
      const revisionId = context.uuid();
      const { before, alias } = await store.transact(async (tx) => {
        const before = await requireAlias(tx, reference, input.Name);
        if (input.RevisionId && input.RevisionId !== before.revisionId) throw revisionMismatch();
        const weights = input.RoutingConfig === undefined ? before.weights : weightsOf(input.RoutingConfig);
        const { weights: _, ...rest } = before;
        const alias: AliasDocument = {
          ...rest,
          functionVersion: input.FunctionVersion ?? before.functionVersion,
          description: input.Description ?? before.description,
          ...(weights && { weights }),
          revisionId,
        };
        await checkVersions(tx, reference, alias);
        await tx.put(aliasKind, reference.scope, `${reference.name}/${alias.name}`, alias);
        return { before, alias };
      });
      await moveProvisioned(context, { ...reference, qualifier: alias.name }, before.functionVersion);
      return toOutput(alias, reference);
    },

    /**
     * What is set for an alias goes with it (recorded of provisioned concurrency: `test_lambda_provisioned_lifecycle`; for the rest
     * an assumption). One that is not there is gone, which is an assumption, too.
     */
    async deleteAlias(input, { scope: own }) {
      const reference = { ...referTo(input.FunctionName, own), qualifier: input.Name };
      const { scope } = reference;
      const id = `${reference.name}/${input.Name}`;
      const released = await store.transact(async (tx) => {
        const resolved = await resolveFunction(tx, reference);
        // What is named like none may be a version, whose settings are its own.
        if (!(await tx.delete(aliasKind, scope, id))) return undefined;
        await tx.delete(eventInvokeConfigKind, scope, id);
        await deleteUrl(tx, scope, id);
        return (await tx.delete(provisionedKind, scope, id)) ? resolved : undefined;
      });
      if (released !== undefined) await provision(context, reference, released, 0);
      return {};
    },

    async listAliases(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      if ((await findFunction(store, reference)) === undefined) throw functionNotFound(reference.arn);
      const { items, marker } = await pageOf(store, aliasKind, reference.scope, {
        prefix: `${reference.name}/`,
        marker: input.Marker,
        maxItems: input.MaxItems,
      });
      const wanted = items.filter(
        ({ value }) => input.FunctionVersion === undefined || value.functionVersion === input.FunctionVersion,
      );
      return {
        Aliases: wanted.map(({ value }) => toOutput(value, reference)),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },
  };
}

type RoutingConfig = In<'createAlias'>['RoutingConfig'];

function checkAlias(input: Omit<In<'updateAlias'>, 'FunctionName' | 'RevisionId'>): void {
  refuseViolations(
    patternViolations(input.Name, 'name', NAME),
    lengthViolations(input.Name, 'name', LIMITS.aliasNameLength),
    patternViolations(input.FunctionVersion, 'functionVersion', VERSION),
    lengthViolations(input.Description, 'description', LIMITS.descriptionLength),
    weightViolations(input.RoutingConfig?.AdditionalVersionWeights ?? {}),
  );
}

/** Recorded: `test_notfound_and_invalid_routingconfigs`. */
function weightViolations(weights: Readonly<Record<string, number>>): readonly string[] {
  const all = Object.entries(weights);
  const shown = all.map(([version, weight]) => `${version}=${Number.isInteger(weight) ? weight.toFixed(1) : weight}`);
  const violation = (what: string, constraints: string) =>
    `Value '{${shown.join(', ')}}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map ${what} must satisfy constraint: [${constraints}, Member must not be null]`;
  return [
    ...(all.every(([version]) => /^\d{1,1024}$/.test(version)) ? [] : [violation('keys', WEIGHT_KEYS)]),
    ...(all.every(([, weight]) => weight >= 0 && weight <= 1) ? [] : [violation('value', WEIGHT_VALUES)]),
  ];
}

/** An empty routing takes the weights away. */
function weightsOf(routing: RoutingConfig): Readonly<Record<string, number>> | undefined {
  const weights = routing?.AdditionalVersionWeights ?? {};
  return Object.keys(weights).length === 0 ? undefined : { ...weights };
}

/** The versions that an alias names are there, and part the calls sensibly (recorded: `test_notfound_and_invalid_routingconfigs`). */
async function checkVersions(reader: Reader, reference: FunctionReference, alias: AliasDocument): Promise<void> {
  const { scope, name, arn } = reference;
  const { functionVersion, weights = {} } = alias;
  const isThere = async (version: string) => {
    const state =
      version === '$LATEST'
        ? findFunction(reader, { ...reference, qualifier: version })
        : findVersion(reader, scope, name, version);
    return (await state) !== undefined;
  };
  if (!(await isThere(functionVersion))) throw functionNotFound(`${arn}:${functionVersion}`);
  const others = Object.keys(weights);
  if (others.length === 0) return;
  if (functionVersion === '$LATEST') {
    throw invalidParameter('$LATEST is not supported for an alias pointing to more than 1 version');
  }
  if (others.length > 1) {
    throw invalidParameter('Number of items in AdditionalVersionWeights cannot be greater than 1');
  }
  for (const version of others) {
    if (version === functionVersion) {
      throw invalidParameter(
        `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
      );
    }
    if (!(await isThere(version))) throw functionNotFound(`${arn}:${version}`);
  }
}

async function requireAlias(reader: Reader, reference: FunctionReference, name: string): Promise<AliasDocument> {
  const alias = await findAlias(reader, reference.scope, reference.name, name);
  if (alias === undefined) throw notFound(`Cannot find alias arn: ${reference.arn}:${name}`);
  return alias;
}

function toOutput(alias: AliasDocument, { arn }: FunctionReference): Out<'getAlias'> {
  return {
    AliasArn: `${arn}:${alias.name}`,
    Name: alias.name,
    FunctionVersion: alias.functionVersion,
    Description: alias.description,
    ...(alias.weights && { RoutingConfig: { AdditionalVersionWeights: alias.weights } }),
    RevisionId: alias.revisionId,
  };
}
