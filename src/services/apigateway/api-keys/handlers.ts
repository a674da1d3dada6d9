import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { apiKeys, dropApiKey, putApiKey, requireApiKey } from '../documents/index.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { createApiKey } from './create.ts';
import { importApiKeys } from './import.ts';
import { patchApiKey } from './patches.ts';
import { renderApiKey, renderTaggedApiKey } from './render.ts';

export function apiKeyHandlers({ store, publisher, ids, usage }: ServiceContext) {
  return {
    createApiKey: async (input, { scope, nowMs }) => {
      const key = await store.transact((tx) => createApiKey(tx, scope, input, ids, nowMs));
      await publisher.usagePlansChanged({ scope, keyIds: [key.id] });
      return renderApiKey(key, true);
    },

    getApiKey: async ({ apiKey, includeValue }, { scope }) =>
      renderTaggedApiKey(await requireApiKey(store, scope, apiKey), includeValue ?? false),

    /** `nameQuery` is the beginning of a name, in its case (recorded). */
    getApiKeys: async ({ nameQuery, customerId, includeValues = false, ...page }, { scope }) => {
      const { items, ...rest } = await listPage(
        store,
        apiKeys,
        scope,
        '',
        page,
        (key) =>
          (nameQuery === undefined || (key.name ?? '').startsWith(nameQuery)) &&
          (customerId === undefined || key.customerId === customerId),
      );
      return { items: items.map((key) => renderApiKey(key, includeValues)), ...rest };
    },

    updateApiKey: async ({ apiKey, patchOperations }, { scope, nowMs }) => {
      refuseViolations(patchOpViolations('updateApiKeyInput', patchOperations));
      const changed = await store.transact(async (tx) => {
        const patched = patchApiKey(await requireApiKey(tx, scope, apiKey), patchOperations);
        const key = { ...patched, lastUpdatedDate: Math.floor(nowMs / 1000) };
        await putApiKey(tx, scope, key);
        return key;
      });
      await publisher.usagePlansChanged({ scope, keyIds: [apiKey] });
      return renderTaggedApiKey(changed, false);
    },

    deleteApiKey: async ({ apiKey }, { scope }) => {
      const planIds = await store.transact(async (tx) => dropApiKey(tx, scope, await requireApiKey(tx, scope, apiKey)));
      await publisher.usagePlansChanged({ scope, keyIds: [apiKey] });
      await usage.forget(
        scope,
        planIds.map((planId) => ({ planId, keyId: apiKey })),
      );
      return {};
    },

    importApiKeys: async ({ body, format, failOnWarnings = false }, { scope, nowMs }) => {
      refuseViolations(enumViolations(format, 'importApiKeysInput.format', ['csv']));
      const text = Buffer.from(body).toString('utf8');
      const imported = await store.transact((tx) => importApiKeys(tx, scope, text, failOnWarnings, ids, nowMs));
      await publisher.usagePlansChanged({ scope, keyIds: imported.ids });
      return imported;
    },
  } satisfies ApiGatewayHandlers;
}
