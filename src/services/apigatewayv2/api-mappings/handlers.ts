import type { BasePathMapping, DomainName, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { ApiTarget, DomainNameRecord, ServiceContext } from '../context.ts';
import { findHttpApi, findStage } from '../documents/index.ts';
import { badRequest, missing } from '../errors.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers, Out } from '../types.ts';
import { checkKey, checkPolicyForHttpApi, NONE, readKey, refuseMixedApis } from './check.ts';

export function apiMappingHandlers({ domainNames, findRestApi, ids }: ServiceContext) {
  /** Mapped are REST and HTTP APIs; WebSocket APIs, which cannot share their domain names, are not built (fact D154). */
  async function findApi(tx: Reader, scope: Scope, domain: DomainName, apiId: string): Promise<ApiTarget | undefined> {
    const restApi = await findRestApi(tx, scope, apiId);
    if (restApi || !(await findHttpApi(tx, scope, apiId))) return restApi;
    checkPolicyForHttpApi(domain);
    const hasStage = async (stageName: string) => (await findStage(tx, scope, apiId, stageName)) !== undefined;
    return { isPrivate: false, hasStage };
  }

  /** @throws {ServiceError} 400, 409 */
  async function checkMapping(
    tx: Reader,
    scope: Scope,
    { domain, rules = [] }: DomainNameRecord,
    mapping: BasePathMapping,
    others: readonly BasePathMapping[],
  ): Promise<void> {
    checkKey(domain, mapping, others);
    const api = await findApi(tx, scope, domain, mapping.restApiId);
    if (!api) throw badRequest('Invalid API identifier specified');
    if (!(await api.hasStage(mapping.stage ?? ''))) throw badRequest('Invalid stage identifier specified');
    if (api.isPrivate) throw badRequest('Private APIs can only be mapped to private custom domain names.');
    if (rules.length > 0) await refuseMixedApis([...others, mapping], (apiId) => findRestApi(tx, scope, apiId));
  }

  return {
    createApiMapping: ({ DomainName, ApiId, Stage, ApiMappingKey }, call) => {
      const basePath = readKey(ApiMappingKey);
      return domainNames.changeRoutes({ domainName: DomainName }, call, async (record, tx) => {
        const mapping = { apiMappingId: ids.entityId(), basePath, restApiId: ApiId, stage: Stage };
        await checkMapping(tx, call.scope, record, mapping, record.mappings);
        return { routes: { mappings: [...record.mappings, mapping] }, result: render(mapping) };
      });
    },

    getApiMapping: async ({ DomainName, ApiMappingId }, { scope }) =>
      render(requireMapping(await domainNames.require(scope, { domainName: DomainName }), ApiMappingId).mapping),

    getApiMappings: async ({ DomainName, ...page }, { scope }) => {
      const { mappings } = await domainNames.require(scope, { domainName: DomainName });
      const { items, ...rest } = pageOf(mappings, ({ apiMappingId }) => apiMappingId, page);
      return { Items: items.map(render), ...rest };
    },

    updateApiMapping: ({ DomainName, ApiMappingId, ApiId, Stage, ApiMappingKey }, call) =>
      domainNames.changeRoutes({ domainName: DomainName }, call, async (record, tx) => {
        const { mapping, others } = requireMapping(record, ApiMappingId);
        const changed: BasePathMapping = {
          ...mapping,
          ...(ApiMappingKey !== undefined && { basePath: readKey(ApiMappingKey) }),
          restApiId: ApiId,
          ...(Stage !== undefined && { stage: Stage }),
        };
        await checkMapping(tx, call.scope, record, changed, others);
        return { routes: { mappings: [...others, changed] }, result: render(changed) };
      }),

    deleteApiMapping: ({ DomainName, ApiMappingId }, call) =>
      domainNames.changeRoutes({ domainName: DomainName }, call, async (record) => ({
        routes: { mappings: requireMapping(record, ApiMappingId).others },
        result: {},
      })),
  } satisfies ApiGatewayV2Handlers;
}

type Rendered = NonNullable<Out<'getApiMappings'>['Items']>[number];

/** Of a mapping that version 1 made without a stage, which the path then names, the stage is empty. */
function render({ apiMappingId, basePath, restApiId, stage = '' }: BasePathMapping): Rendered {
  return {
    ApiMappingId: apiMappingId,
    ApiId: restApiId,
    ApiMappingKey: basePath === NONE ? '' : basePath,
    Stage: stage,
  };
}

/** @throws {ServiceError} 404 */
function requireMapping({ mappings }: DomainNameRecord, id: string) {
  const mapping = mappings.find(({ apiMappingId }) => apiMappingId === id);
  if (!mapping) throw missing.apiMapping();
  return { mapping, others: mappings.filter((other) => other !== mapping) };
}
