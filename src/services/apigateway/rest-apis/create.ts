import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { Resource, RestApi, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers, ServiceContext } from '../context.ts';
import { claimRestApiId, isRestApiIdTaken, putRestApi, requireRestApi } from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { defaultModels } from '../models/index.ts';
import { checkTags, type Tags } from '../tags/check-tags.ts';
import type { In } from '../types.ts';
import { type ApiContents, cloneContents, putContents, readContents } from './clone.ts';
import { endpointViolations, newEndpoint } from './endpoint.ts';
import { MINIMUM_COMPRESSION_REFUSAL, NAME_REFUSAL } from './patches.ts';
import { pinnedId } from './pinned-id.ts';
import { readPolicy } from './policy.ts';
import { checkSecurityPolicy, newSecurityPolicy, securityPolicyViolations } from './security-policy.ts';

type CreateInput = In<'createRestApi'>;

/** Makes an API with its root resource and default models, or with a copy of what another API has. */
export async function createRestApi(
  tx: Transaction,
  scope: Scope,
  input: CreateInput,
  { ids, limits }: Pick<ServiceContext, 'ids' | 'limits'>,
  nowMs: number,
): Promise<RestApi> {
  checkInput(input);
  const endpointConfiguration = newEndpoint(input.endpointConfiguration);
  const tags = input.tags ?? {};
  checkTags(tags);
  const id = await chooseId(tx, tags, ids);
  const rootResourceId = ids.restApiId();
  const origin = input.cloneFrom === undefined ? undefined : await requireRestApi(tx, scope, input.cloneFrom);

  const restApi: RestApi = {
    id,
    name: input.name,
    ...(input.description !== undefined && { description: input.description }),
    ...(input.version !== undefined && { version: input.version }),
    createdDate: Math.floor(nowMs / 1000),
    ...(input.binaryMediaTypes?.length && { binaryMediaTypes: input.binaryMediaTypes }),
    ...(input.minimumCompressionSize !== undefined && { minimumCompressionSize: input.minimumCompressionSize }),
    apiKeySource: input.apiKeySource === 'AUTHORIZER' ? 'AUTHORIZER' : 'HEADER',
    endpointConfiguration,
    ...(input.policy && { policy: readPolicy(input.policy, { scope, restApiId: id, ...limits }) }),
    tags,
    disableExecuteApiEndpoint: input.disableExecuteApiEndpoint ?? false,
    ...newSecurityPolicy(input),
    rootResourceId,
  };
  checkSecurityPolicy(restApi);
  const newId = idMap(origin?.rootResourceId, rootResourceId, ids);
  const contents = origin
    ? cloneContents(await readContents(tx, scope, origin.id), origin.id, id, newId)
    : newContents(rootResourceId, newId);

  await claimRestApiId(tx, scope, id);
  await putRestApi(tx, scope, restApi);
  await putContents(tx, scope, id, contents);
  return restApi;
}

function checkInput(input: CreateInput): void {
  refuseViolations(
    endpointViolations(input.endpointConfiguration),
    enumViolations(input.apiKeySource, 'createRestApiInput.apiKeySource', ['AUTHORIZER', 'HEADER']),
    securityPolicyViolations(input),
  );
  if (input.name.trim() === '') throw badRequest(NAME_REFUSAL);
  if (input.description === '') throw badRequest('Description cannot be an empty string');
  const { min, max } = LIMITS.minimumCompressionBytes;
  const size = input.minimumCompressionSize;
  if (size !== undefined && !(size >= min && size <= max)) throw badRequest(MINIMUM_COMPRESSION_REFUSAL);
}

/** The id that a tag pins, refused when it is taken; otherwise a random one that is not. @throws {ServiceError} 400, 409 */
export async function chooseId(tx: Transaction, tags: Tags, ids: IdMakers): Promise<string> {
  const pinned = pinnedId(tags);
  if (pinned !== undefined) {
    if (await isRestApiIdTaken(tx, pinned)) throw conflict(`The pinned id '${pinned}' is taken by another API.`);
    return pinned;
  }
  let id = ids.restApiId();
  while (await isRestApiIdTaken(tx, id)) id = ids.restApiId();
  return id;
}

function newContents(rootResourceId: string, newId: (id: string) => string): ApiContents {
  const root: Resource = { id: rootResourceId, path: '/', resourceMethods: {} };
  return {
    resources: [root],
    authorizers: [],
    models: defaultModels(newId),
    requestValidators: [],
    gatewayResponses: [],
    documentationParts: [],
  };
}

/** Gives everything that is asked for a new id, the same one each time. */
function idMap(oldRootId: string | undefined, newRootId: string, ids: IdMakers): (id: string) => string {
  const newIds = new Map(oldRootId === undefined ? [] : [[oldRootId, newRootId]]);
  const taken = new Set<string>();
  return (old) => {
    const known = newIds.get(old);
    if (known !== undefined) return known;
    let id = ids.entityId();
    while (taken.has(id)) id = ids.entityId();
    taken.add(id);
    newIds.set(old, id);
    return id;
  };
}
