import type { Call } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import { oidcProviderArn } from '../arn.ts';
import type { IamContext } from '../context.ts';
import { globalScope, type OidcProviderDocument, oidcProviders } from '../documents/index.ts';
import { pageOfTags } from '../entities/boundary.ts';
import { alreadyExists, invalidInput, noSuchEntity, quotaExceeded, validationError } from '../errors.ts';
import { IAM_LIMITS } from '../limits.ts';
import { renderTags, withoutTags, withTags } from '../tags.ts';
import type { IamHandlers } from '../types.ts';

export function oidcProviderHandlers(context: IamContext) {
  const { store } = context;

  function update(
    { scope }: Call,
    arn: string,
    work: (provider: OidcProviderDocument) => OidcProviderDocument,
  ): Promise<void> {
    return context.change(async (tx) => {
      const provider = await getProvider(tx, scope.accountId, arn);
      await tx.put(oidcProviders, globalScope(scope.accountId), provider.url, work(provider));
    });
  }

  return {
    async createOpenIDConnectProvider({ Url, ClientIDList = [], ThumbprintList = [], Tags }, { scope, nowMs }) {
      const url = checkUrl(Url);
      const provider: OidcProviderDocument = {
        url,
        clientIds: checkClientIds(ClientIDList),
        thumbprints: checkThumbprints(ThumbprintList),
        createdAtMs: nowMs,
        tags: withTags({}, Tags, 'exactly'),
      };
      await context.change(async (tx) => {
        if (await tx.get(oidcProviders, globalScope(scope.accountId), url)) {
          throw alreadyExists(`Provider with url ${Url} already exists.`);
        }
        await tx.put(oidcProviders, globalScope(scope.accountId), url, provider);
      });
      return {
        OpenIDConnectProviderArn: oidcProviderArn(scope.accountId, url),
        ...(Tags !== undefined && { Tags: renderTags(provider.tags) }),
      };
    },

    async getOpenIDConnectProvider({ OpenIDConnectProviderArn: arn }, { scope }) {
      const provider = await getProvider(store, scope.accountId, arn);
      return {
        Url: provider.url,
        ClientIDList: provider.clientIds,
        ThumbprintList: provider.thumbprints,
        CreateDate: new Date(provider.createdAtMs),
        Tags: renderTags(provider.tags),
      };
    },

    async listOpenIDConnectProviders(_input, { scope }) {
      const all = await store.list(oidcProviders, globalScope(scope.accountId));
      return { OpenIDConnectProviderList: all.map(({ id }) => ({ Arn: oidcProviderArn(scope.accountId, id) })) };
    },

    /** Deleting what is not there is no error (API reference). */
    async deleteOpenIDConnectProvider({ OpenIDConnectProviderArn: arn }, { scope }) {
      const url = urlOf(scope.accountId, arn);
      await context.change((tx) => tx.delete(oidcProviders, globalScope(scope.accountId), url));
      return {};
    },

    /** Adding what is there changes nothing (API reference). */
    async addClientIDToOpenIDConnectProvider({ OpenIDConnectProviderArn: arn, ClientID }, call) {
      await update(call, arn, (provider) => ({
        ...provider,
        clientIds: checkClientIds([...new Set([...provider.clientIds, ClientID])]),
      }));
      return {};
    },

    async removeClientIDFromOpenIDConnectProvider({ OpenIDConnectProviderArn: arn, ClientID }, call) {
      await update(call, arn, (provider) => ({
        ...provider,
        clientIds: provider.clientIds.filter((id) => id !== ClientID),
      }));
      return {};
    },

    async updateOpenIDConnectProviderThumbprint({ OpenIDConnectProviderArn: arn, ThumbprintList }, call) {
      const thumbprints = checkThumbprints(ThumbprintList);
      await update(call, arn, (provider) => ({ ...provider, thumbprints }));
      return {};
    },

    async tagOpenIDConnectProvider({ OpenIDConnectProviderArn: arn, Tags }, call) {
      await update(call, arn, (provider) => ({ ...provider, tags: withTags(provider.tags, Tags, 'exactly') }));
      return {};
    },
    async untagOpenIDConnectProvider({ OpenIDConnectProviderArn: arn, TagKeys }, call) {
      await update(call, arn, (provider) => ({ ...provider, tags: withoutTags(provider.tags, TagKeys, 'exactly') }));
      return {};
    },
    async listOpenIDConnectProviderTags(input, { scope }) {
      return pageOfTags((await getProvider(store, scope.accountId, input.OpenIDConnectProviderArn)).tags, input);
    },
  } satisfies IamHandlers;
}

async function getProvider(reader: Reader, accountId: string, arn: string): Promise<OidcProviderDocument> {
  const provider = (await reader.get(oidcProviders, globalScope(accountId), urlOf(accountId, arn)))?.value;
  if (provider === undefined) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
  return provider;
}

function urlOf(accountId: string, arn: string): string {
  const prefix = oidcProviderArn(accountId, '');
  if (!arn.startsWith(prefix) || !URL_TEXT.test(arn.slice(prefix.length))) {
    throw invalidInput(`Invalid ARN: ${arn}`);
  }
  return arn.slice(prefix.length);
}

/** Host, port and path, printable and without a query. */
const URL_TEXT = /^[\w.:-]+(\/[\w.~/-]*)?$/;

/**
 * AWS takes `https` alone. So do we, but for an issuer on this machine, which nobody else can stand in for.
 * @returns the URL without its scheme and without a slash at its end
 */
function checkUrl(url: string): string {
  const [, scheme = '', rest = ''] = /^(https?):\/\/(.*?)\/?$/.exec(url) ?? [];
  if (url.length > 255 || !URL_TEXT.test(rest)) throw validationError('Invalid Open ID Connect Provider URL');
  if (scheme === 'http' && !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(rest)) {
    throw validationError('Invalid Open ID Connect Provider URL');
  }
  return rest;
}

function checkClientIds(ids: readonly string[]): readonly string[] {
  if (ids.length > IAM_LIMITS.clientIds) {
    throw quotaExceeded('ClientIdsPerOpenIdConnectProvider', IAM_LIMITS.clientIds);
  }
  if (ids.some((id) => id.length < 1 || id.length > 255)) throw invalidInput('Invalid client ID.');
  return ids;
}

function checkThumbprints(thumbprints: readonly string[]): readonly string[] {
  if (thumbprints.length > IAM_LIMITS.thumbprints) {
    throw invalidInput('Thumbprint list must contain fewer than 5 entries.');
  }
  if (thumbprints.some((thumbprint) => thumbprint.length !== 40)) {
    throw validationError(
      "1 validation error detected: Value at 'thumbprintList' failed to satisfy constraint: Member must have length equal to 40",
    );
  }
  return thumbprints;
}
