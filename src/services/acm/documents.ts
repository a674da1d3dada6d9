import type { Scope } from '../../model/index.ts';
import { defineSealedKind, type Reader } from '../../store/index.ts';
import type { Material } from './certificates/index.ts';
import { certificateNotFound, invalidArn } from './errors.ts';

/** What was asked of a certificate authority. */
export interface CertificateRequest {
  readonly domainName: string;
  /** All names, the first of them `domainName`. */
  readonly names: readonly string[];
  readonly validationMethod: string;
  /** By which a client knows its request again. */
  readonly token?: string;
  readonly status: 'PENDING_VALIDATION' | 'ISSUED' | 'VALIDATION_TIMED_OUT';
}

export interface AcmCertificate {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAtMs: number;
  /** When it was imported or issued last. */
  readonly materialAtMs?: number;
  /** Absent until it is issued. */
  readonly material?: Material;
  /** Absent for one that was imported. */
  readonly request?: CertificateRequest;
}

/** Keys lie in it, so it is sealed. By the last part of the ARN. */
export const certificates = defineSealedKind<AcmCertificate>('AcmCertificate');

export function certificateArn({ region, accountId }: Scope, id: string): string {
  return `arn:aws:acm:${region}:${accountId}:certificate/${id}`;
}

/** @throws {ServiceError} `InvalidArnException` for what is no certificate's ARN in this account and region */
export function idOfArn(arn: string, scope: Scope): string {
  const id = /:certificate\/([\w-]{1,64})$/.exec(arn)?.[1];
  if (id === undefined || arn !== certificateArn(scope, id)) throw invalidArn(`Invalid arn: ${arn}`);
  return id;
}

/** Account, region and id of a certificate's ARN that is one of ours. */
export function placeOfArn(arn: string): { readonly scope: Scope; readonly id: string } {
  const [, , , region = '', accountId = '', resource = ''] = arn.split(':');
  return { scope: { accountId, region }, id: resource.replace('certificate/', '') };
}

/** @throws {ServiceError} `ResourceNotFoundException`, `InvalidArnException` */
export async function requireCertificate(reader: Reader, scope: Scope, arn: string): Promise<AcmCertificate> {
  const found = await reader.get(certificates, scope, idOfArn(arn, scope));
  if (!found) throw certificateNotFound(arn);
  return found.value;
}
