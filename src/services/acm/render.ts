import type { Scope } from '../../model/index.ts';
import { type AcmCertificate, certificateArn } from './documents.ts';
import type { Out } from './types.ts';

type Detail = NonNullable<Out<'describeCertificate'>['Certificate']>;
type Summary = NonNullable<Out<'listCertificates'>['CertificateSummaryList']>[number];

/** API reference, `CertificateStatus`. */
export function statusOf({ material, request }: AcmCertificate, nowMs: number): string {
  if (material === undefined) return request?.status ?? 'FAILED';
  return material.facts.notAfterMs <= nowMs ? 'EXPIRED' : 'ISSUED';
}

export function renderDetail(
  scope: Scope,
  certificate: AcmCertificate,
  users: readonly string[],
  nowMs: number,
): Detail {
  const { material, request } = certificate;
  const facts = material?.facts;
  return {
    CertificateArn: certificateArn(scope, certificate.id),
    DomainName: request?.domainName ?? facts?.domainName,
    SubjectAlternativeNames: request?.names ?? facts?.names,
    ...(request && { DomainValidationOptions: validationsOf(certificate) }),
    ...(facts && {
      Serial: facts.serial,
      Subject: facts.subject,
      Issuer: facts.issuer,
      NotBefore: new Date(facts.notBeforeMs),
      NotAfter: new Date(facts.notAfterMs),
      SignatureAlgorithm: facts.signatureAlgorithm,
      KeyUsages: facts.keyUsages.map((Name) => ({ Name })),
      ExtendedKeyUsages: facts.extendedKeyUsages,
    }),
    ...times(certificate),
    Status: statusOf(certificate, nowMs),
    KeyAlgorithm: facts?.keyAlgorithm ?? 'EC_prime256v1',
    InUseBy: users,
    Type: request ? 'AMAZON_ISSUED' : 'IMPORTED',
    RenewalEligibility: request && users.length > 0 ? 'ELIGIBLE' : 'INELIGIBLE',
    Options: { CertificateTransparencyLoggingPreference: request ? 'ENABLED' : 'DISABLED', Export: 'DISABLED' },
  };
}

export function renderSummary(scope: Scope, certificate: AcmCertificate, isUsed: boolean, nowMs: number): Summary {
  const { material, request } = certificate;
  const facts = material?.facts;
  return {
    CertificateArn: certificateArn(scope, certificate.id),
    DomainName: request?.domainName ?? facts?.domainName,
    SubjectAlternativeNameSummaries: request?.names ?? facts?.names,
    HasAdditionalSubjectAlternativeNames: false,
    Status: statusOf(certificate, nowMs),
    Type: request ? 'AMAZON_ISSUED' : 'IMPORTED',
    KeyAlgorithm: facts?.keyAlgorithm ?? 'EC_prime256v1',
    KeyUsages: facts?.keyUsages ?? [],
    ExtendedKeyUsages: facts?.extendedKeyUsages.map(({ Name }) => Name) ?? [],
    ExportOption: 'DISABLED',
    InUse: isUsed,
    RenewalEligibility: request && isUsed ? 'ELIGIBLE' : 'INELIGIBLE',
    ...(facts && { NotBefore: new Date(facts.notBeforeMs), NotAfter: new Date(facts.notAfterMs) }),
    ...times(certificate),
  };
}

function times({ request, createdAtMs, materialAtMs }: AcmCertificate) {
  const at = materialAtMs === undefined ? undefined : new Date(materialAtMs);
  return {
    CreatedAt: new Date(createdAtMs),
    ...(at && (request ? { IssuedAt: at } : { ImportedAt: at })),
  };
}

/** The authority asks for each name over plain HTTP (RFC 8555 section 8.3), whatever method was asked for: there is no DNS here. */
function validationsOf({ request, material }: AcmCertificate) {
  const status = material ? 'SUCCESS' : request?.status === 'PENDING_VALIDATION' ? 'PENDING_VALIDATION' : 'FAILED';
  return request?.names.map((DomainName) => ({
    DomainName,
    ValidationDomain: DomainName,
    ValidationStatus: status,
    ValidationMethod: request.validationMethod,
  }));
}
