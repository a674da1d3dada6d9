import { refuseViolations } from '../../../aws/index.ts';
import type { ClientCertificate } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import {
  clientCertificates,
  dropClientCertificate,
  putClientCertificate,
  requireClientCertificate,
  stages,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { listPage } from '../pagination.ts';
import { compilePatch, optionalText, refuseListingPaths, rulesOf } from '../patch/index.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { ApiGatewayHandlers, Out } from '../types.ts';
import { generateClientCertificate } from './generate.ts';

const { replace } = rulesOf<ClientCertificate>();

/** What `UpdateClientCertificate` may do (API reference, "Patch Operations", UpdateClientCertificate). */
const patchClientCertificate = compilePatch<ClientCertificate>({
  refuse: refuseListingPaths,
  rules: [replace('/description', 'description', optionalText)],
});

export function clientCertificateHandlers({ store, ids }: ServiceContext) {
  return {
    generateClientCertificate: async (input, { scope, nowMs }) => {
      checkTags(input.tags ?? {});
      // The library that makes certificates is large, and most installations never make one.
      const { issueClientIdentity } = await import('../../../x509/index.ts');
      const identity = await issueClientIdentity(nowMs);
      return renderClientCertificate(
        await store.transact((tx) => generateClientCertificate(tx, scope, input, identity, ids)),
      );
    },

    getClientCertificate: async ({ clientCertificateId }, { scope }) =>
      renderTagged(await requireClientCertificate(store, scope, clientCertificateId)),

    getClientCertificates: async (page, { scope }) => {
      const { items, ...rest } = await listPage(store, clientCertificates, scope, '', page);
      return { items: items.map(renderClientCertificate), ...rest };
    },

    updateClientCertificate: async ({ clientCertificateId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateClientCertificateInput', patchOperations));
      return renderTagged(
        await store.transact(async (tx) => {
          const before = await requireClientCertificate(tx, scope, clientCertificateId);
          const certificate = patchClientCertificate(before, patchOperations);
          await putClientCertificate(tx, scope, certificate);
          return certificate;
        }),
      );
    },

    deleteClientCertificate: async ({ clientCertificateId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireClientCertificate(tx, scope, clientCertificateId);
        const users = (await tx.list(stages, scope)).filter(
          ({ value }) => value.stage.clientCertificateId === clientCertificateId,
        );
        if (users.length > 0) {
          throw badRequest(
            `Client Certificate ${clientCertificateId} cannot be deleted while stages use it: ${users.map(({ id }) => id).join(', ')}`,
          );
        }
        await dropClientCertificate(tx, scope, clientCertificateId);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** A certificate as `GenerateClientCertificate` and `GetClientCertificates` answer it: without an empty map of tags. */
function renderClientCertificate(certificate: ClientCertificate): Out<'getClientCertificate'> {
  const { tags, createdDate, expirationDate, ...rest } = certificate;
  return {
    ...rest,
    createdDate: new Date(createdDate * 1000),
    expirationDate: new Date(expirationDate * 1000),
    ...(Object.keys(tags).length > 0 && { tags }),
  };
}

function renderTagged(certificate: ClientCertificate): Out<'getClientCertificate'> {
  return { ...renderClientCertificate(certificate), tags: certificate.tags };
}
