import { refuseViolations } from '../../../aws/index.ts';
import type { BasePathMapping } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { createDomainNames } from '../domain-names/index.ts';
import { missing } from '../errors.ts';
import { pageOf } from '../pagination.ts';
import { compilePatch, refuseListingPaths, rulesOf, text } from '../patch/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkMapping, readBasePath, readStage } from './check.ts';

const { replace } = rulesOf<BasePathMapping>();

/** What `UpdateBasePathMapping` may do (API reference, "Patch Operations", UpdateBasePathMapping). */
const patchMapping = compilePatch<BasePathMapping>({
  refuse: refuseListingPaths,
  rules: [
    replace('/basePath', 'basePath', readBasePath),
    replace('/restapiId', 'restApiId', text),
    replace('/stage', 'stage', readStage),
  ],
});

export function basePathMappingHandlers(context: ServiceContext) {
  const { ids } = context;
  const domainNames = createDomainNames(context);

  return {
    createBasePathMapping: ({ basePath, restApiId, stage, ...address }, call) =>
      domainNames.changeRoutes(address, call, async ({ domain, mappings }, tx) => {
        const named = readStage(stage);
        const mapping: BasePathMapping = {
          apiMappingId: ids.entityId(),
          basePath: readBasePath(basePath),
          restApiId,
          ...(named && { stage: named }),
        };
        await checkMapping(tx, call.scope, domain, mapping, mappings);
        return { routes: { mappings: [...mappings, mapping] }, result: renderMapping(mapping) };
      }),

    getBasePathMapping: async ({ basePath, ...address }, { scope }) => {
      const { mappings } = await domainNames.require(scope, address);
      return renderMapping(requireMapping(mappings, basePath).mapping);
    },

    getBasePathMappings: async ({ domainName, domainNameId, ...page }, { scope }) => {
      const { mappings } = await domainNames.require(scope, { domainName, domainNameId });
      return pageOf(mappings.map(renderMapping), ({ basePath }) => basePath, page);
    },

    updateBasePathMapping: ({ basePath, patchOperations, ...address }, call) => {
      refuseViolations(patchOpViolations('updateBasePathMappingInput', patchOperations));
      return domainNames.changeRoutes(address, call, async ({ domain, mappings }, tx) => {
        const { mapping, others } = requireMapping(mappings, basePath);
        const patched = patchMapping(mapping, patchOperations);
        await checkMapping(tx, call.scope, domain, patched, others);
        return { routes: { mappings: [...others, patched] }, result: renderMapping(patched) };
      });
    },

    deleteBasePathMapping: ({ basePath, ...address }, call) =>
      domainNames.changeRoutes(address, call, async ({ mappings }) => ({
        routes: { mappings: requireMapping(mappings, basePath).others },
        result: {},
      })),
  } satisfies ApiGatewayHandlers;
}

/** The id is of the API's second version alone. */
function renderMapping({ apiMappingId: _, ...mapping }: BasePathMapping) {
  return mapping;
}

/** @throws {ServiceError} 404 with AWS's text */
function requireMapping(mappings: readonly BasePathMapping[], basePath: string) {
  const wanted = readBasePath(basePath);
  const mapping = mappings.find((one) => one.basePath === wanted);
  if (!mapping) throw missing.basePathMapping();
  return { mapping, others: mappings.filter((other) => other !== mapping) };
}
