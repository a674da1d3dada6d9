import { refuseViolations } from '../../../aws/index.ts';
import type { BasePathMapping, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { customDomainOf } from '../custom-domains.ts';
import {
  type DomainNameDocument,
  findDomainFiles,
  putServedDomainName,
  requireDomainName,
} from '../documents/index.ts';
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

/** Names a domain name in an operation's input. */
interface DomainAddress {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
}

export function basePathMappingHandlers({ store, publisher }: ServiceContext) {
  /** Changes the mappings of a domain name in a transaction, and lets them be served. */
  async function changeMappings<R>(
    { domainName, domainNameId }: DomainAddress,
    { scope, nowMs }: { readonly scope: Scope; readonly nowMs: number },
    change: (
      document: DomainNameDocument,
      tx: Transaction,
    ) => Promise<{ readonly mappings: readonly BasePathMapping[]; readonly result: R }>,
  ): Promise<R> {
    const { changed, result } = await store.transact(async (tx) => {
      const document = await requireDomainName(tx, scope, domainName, domainNameId);
      const { mappings, result } = await change(document, tx);
      return { changed: await putServedDomainName(tx, scope, { domain: document.domain, mappings }, nowMs), result };
    });
    if (changed.domain.domainNameId === undefined) {
      await publisher.domainChanged(
        customDomainOf(scope, changed, await findDomainFiles(store, scope, changed.domain)),
      );
    }
    return result;
  }

  return {
    createBasePathMapping: ({ basePath, restApiId, stage, ...address }, call) =>
      changeMappings(address, call, async ({ domain, mappings }, tx) => {
        const named = readStage(stage);
        const mapping = { basePath: readBasePath(basePath), restApiId, ...(named && { stage: named }) };
        await checkMapping(tx, call.scope, domain, mapping, mappings);
        return { mappings: [...mappings, mapping], result: mapping };
      }),

    getBasePathMapping: async ({ domainName, domainNameId, basePath }, { scope }) => {
      const { mappings } = await requireDomainName(store, scope, domainName, domainNameId);
      return requireMapping(mappings, basePath).mapping;
    },

    getBasePathMappings: async ({ domainName, domainNameId, ...page }, { scope }) => {
      const { mappings } = await requireDomainName(store, scope, domainName, domainNameId);
      return pageOf(mappings, ({ basePath }) => basePath, page);
    },

    updateBasePathMapping: ({ basePath, patchOperations, ...address }, call) => {
      refuseViolations(patchOpViolations('updateBasePathMappingInput', patchOperations));
      return changeMappings(address, call, async ({ domain, mappings }, tx) => {
        const { mapping, others } = requireMapping(mappings, basePath);
        const patched = patchMapping(mapping, patchOperations);
        await checkMapping(tx, call.scope, domain, patched, others);
        return { mappings: [...others, patched], result: patched };
      });
    },

    deleteBasePathMapping: ({ basePath, ...address }, call) =>
      changeMappings(address, call, async ({ mappings }) => ({
        mappings: requireMapping(mappings, basePath).others,
        result: {},
      })),
  } satisfies ApiGatewayHandlers;
}

/** @throws {ServiceError} 404 with AWS's text */
function requireMapping(mappings: readonly BasePathMapping[], basePath: string) {
  const wanted = readBasePath(basePath);
  const mapping = mappings.find((one) => one.basePath === wanted);
  if (!mapping) throw missing.basePathMapping();
  return { mapping, others: mappings.filter((other) => other !== mapping) };
}
