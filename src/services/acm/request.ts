import { enumViolations, patternViolations, refuseViolations } from '../../aws/index.ts';
import type { AcmContext } from './context.ts';
import { type AcmCertificate, certificateArn, certificates } from './documents.ts';
import { notSupported, validation } from './errors.ts';
import { LIMITS } from './limits.ts';
import { addTags } from './tags.ts';
import type { AcmHandlers } from './types.ts';

const DOMAIN = {
  test: /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i,
  text: '^(\\*\\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])$',
};

/** API reference, `RequestCertificate`: from the authority that the server's ACME settings name. */
export function requestHandler({ store, issuer, uuid }: AcmContext) {
  return {
    requestCertificate: async (input, { scope, nowMs }) => {
      const { DomainName, SubjectAlternativeNames = [], ValidationMethod = 'EMAIL', Tags, Options } = input;
      const names = [...new Set([DomainName, ...SubjectAlternativeNames].map((name) => name.toLowerCase()))];
      refuseViolations(
        enumViolations(ValidationMethod, 'validationMethod', ['EMAIL', 'DNS', 'HTTP']),
        ...names.map((name) => patternViolations(name, 'domainName', DOMAIN)),
      );
      if (names.length > LIMITS.requestedNames) {
        throw validation(`A certificate has at most ${LIMITS.requestedNames} domain names.`);
      }
      if (input.CertificateAuthorityArn !== undefined)
        throw notSupported('private authorities (CertificateAuthorityArn)');
      if (Options?.Export === 'ENABLED') throw notSupported('certificates that can be exported (Export)');
      const reason = issuer.unavailableReason(names);
      if (reason !== undefined) throw notSupported(`RequestCertificate here: ${reason}`);

      const token = input.IdempotencyToken;
      const request = { domainName: DomainName, names, validationMethod: ValidationMethod, ...(token && { token }) };
      const { certificate, isNew } = await store.transact(async (tx) => {
        const known = token === undefined ? [] : (await tx.list(certificates, scope)).map(({ value }) => value);
        const same = known.find((each) => isSame(each, token, names, nowMs));
        if (same) return { certificate: same, isNew: false };
        const made: AcmCertificate = {
          id: uuid(),
          tags: addTags({}, Tags),
          createdAtMs: nowMs,
          request: { ...request, status: 'PENDING_VALIDATION' },
        };
        await tx.put(certificates, scope, made.id, made, 0);
        return { certificate: made, isNew: true };
      });
      const arn = certificateArn(scope, certificate.id);
      if (isNew) issuer.order(arn);
      return { CertificateArn: arn };
    },
  } satisfies AcmHandlers;
}

/** API reference, `IdempotencyToken`: the same request within an hour is one request. */
function isSame(
  { request, createdAtMs }: AcmCertificate,
  token: string | undefined,
  names: readonly string[],
  nowMs: number,
): boolean {
  return request?.token === token && request?.names.join() === names.join() && nowMs - createdAtMs < 3_600_000;
}
