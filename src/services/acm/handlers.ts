import { enumListViolations, rangeViolations, refuseViolations } from '../../aws/index.ts';
import type { ClientIdentity, Scope } from '../../model/index.ts';
import { type Material, readMaterial } from './certificates/index.ts';
import type { AcmContext } from './context.ts';
import { type AcmCertificate, certificateArn, certificates, idOfArn, requireCertificate } from './documents.ts';
import { certificateInUse, notSupported, requestInProgress, validation } from './errors.ts';
import { LIMITS } from './limits.ts';
import { renderDetail, renderSummary, statusOf } from './render.ts';
import { requestHandler } from './request.ts';
import { addTags, removeTags, tagList } from './tags.ts';
import type { AcmHandlers, In } from './types.ts';

const STATUSES = ['PENDING_VALIDATION', 'ISSUED', 'INACTIVE', 'EXPIRED', 'VALIDATION_TIMED_OUT', 'REVOKED', 'FAILED'];

/** What a listener shows: the certificate first, then its chain. */
export function identityOf({ certificate, chain, privateKey }: Material): ClientIdentity {
  return { certificate: certificate + chain, privateKey };
}

/** API reference of AWS Certificate Manager. */
export function acmHandlers(context: AcmContext) {
  const { store, publisher, users, uuid } = context;

  const changeTags = (scope: Scope, arn: string, change: (tags: AcmCertificate['tags']) => AcmCertificate['tags']) =>
    store.transact(async (tx) => {
      const certificate = await requireCertificate(tx, scope, arn);
      await tx.put(certificates, scope, certificate.id, { ...certificate, tags: change(certificate.tags) });
    });

  return {
    importCertificate: async ({ CertificateArn, Tags = [], ...given }, { scope, nowMs }) => {
      if (CertificateArn !== undefined && Tags.length > 0) throw validation('Tagging is not permitted on re-import.');
      const material = await readMaterial(given, nowMs);
      const id = CertificateArn === undefined ? uuid() : idOfArn(CertificateArn, scope);
      await store.transact(async (tx) => {
        const before = CertificateArn === undefined ? undefined : await requireCertificate(tx, scope, CertificateArn);
        if (before?.request) throw validation('A certificate that was not imported cannot be imported again.');
        const fresh = { id, tags: addTags({}, Tags), createdAtMs: nowMs };
        await tx.put(certificates, scope, id, { ...(before ?? fresh), material, materialAtMs: nowMs });
      });
      const arn = certificateArn(scope, id);
      await publisher.certificateChanged(arn, identityOf(material));
      return { CertificateArn: arn };
    },

    describeCertificate: async ({ CertificateArn }, { scope, nowMs }) => {
      const certificate = await requireCertificate(store, scope, CertificateArn);
      return { Certificate: renderDetail(scope, certificate, (await users(store)).get(CertificateArn) ?? [], nowMs) };
    },

    getCertificate: async ({ CertificateArn }, { scope }) => {
      const { material } = await requireCertificate(store, scope, CertificateArn);
      if (material === undefined) {
        throw requestInProgress(CertificateArn);
      }
      const { certificate, chain } = material;
      return { Certificate: certificate, ...(chain !== '' && { CertificateChain: chain }) };
    },

    listCertificates: async (input, { scope, nowMs }) => {
      checkListing(input);
      const isWanted = wanted(input, nowMs);
      const all = (await store.list(certificates, scope, listedAfter(input))).map(({ value }) => value);
      const limit = input.MaxItems ?? LIMITS.pageSize;
      const matching = all.filter(isWanted);
      const page = matching.slice(0, limit);
      const last = page.at(-1);
      const used = await users(store);
      return {
        CertificateSummaryList: page.map((certificate) =>
          renderSummary(scope, certificate, used.has(certificateArn(scope, certificate.id)), nowMs),
        ),
        ...(matching.length > limit && last && { NextToken: Buffer.from(last.id).toString('base64url') }),
      };
    },

    deleteCertificate: async ({ CertificateArn }, { scope }) => {
      await store.transact(async (tx) => {
        const { id } = await requireCertificate(tx, scope, CertificateArn);
        if ((await users(tx)).has(CertificateArn)) throw certificateInUse(CertificateArn, scope.accountId);
        await tx.delete(certificates, scope, id);
      });
      await publisher.certificateRemoved(CertificateArn);
      return {};
    },

    addTagsToCertificate: async ({ CertificateArn, Tags }, { scope }) => {
      await changeTags(scope, CertificateArn, (tags) => addTags(tags, Tags));
      return {};
    },

    removeTagsFromCertificate: async ({ CertificateArn, Tags }, { scope }) => {
      await changeTags(scope, CertificateArn, (tags) => removeTags(tags, Tags));
      return {};
    },

    listTagsForCertificate: async ({ CertificateArn }, { scope }) => ({
      Tags: tagList((await requireCertificate(store, scope, CertificateArn)).tags),
    }),

    ...requestHandler(context),
  } satisfies AcmHandlers;
}

function checkListing({ CertificateStatuses, MaxItems, Includes, SortBy }: In<'listCertificates'>): void {
  refuseViolations(
    enumListViolations(CertificateStatuses, 'certificateStatuses', STATUSES),
    rangeViolations(MaxItems, 'maxItems', { min: 1, max: LIMITS.pageSize }),
  );
  if (SortBy !== undefined) throw notSupported('sorted listings (SortBy)');
  if (Includes?.exportOption?.includes('ENABLED') || Includes?.managedBy?.length) {
    throw notSupported('listings by exportOption and managedBy');
  }
}

/** Without a wish for others, certificates with RSA keys of up to 2048 bits alone (API reference, `Filters.keyTypes`). */
function wanted({ CertificateStatuses, Includes }: In<'listCertificates'>, nowMs: number) {
  const { keyTypes = ['RSA_1024', 'RSA_2048'], keyUsage, extendedKeyUsage } = Includes ?? {};
  const has = (wishes: readonly string[] | undefined, values: readonly string[] = []) =>
    wishes === undefined || wishes.length === 0 || wishes.some((wish) => values.includes(wish));
  return (certificate: AcmCertificate): boolean => {
    const facts = certificate.material?.facts;
    return (
      (!CertificateStatuses?.length || CertificateStatuses.includes(statusOf(certificate, nowMs))) &&
      // What is not issued yet has no key of any type.
      (facts === undefined || keyTypes.length === 0 || keyTypes.includes(facts.keyAlgorithm)) &&
      has(keyUsage, facts?.keyUsages) &&
      has(
        extendedKeyUsage,
        facts?.extendedKeyUsages.map(({ Name }) => Name),
      )
    );
  };
}

function listedAfter({ NextToken }: In<'listCertificates'>): { readonly after?: string } {
  if (NextToken === undefined) return {};
  const after = Buffer.from(NextToken, 'base64url').toString('utf8');
  if (!/^[\w-]{1,64}$/.test(after)) throw validation('The nextToken is not valid.');
  return { after };
}
