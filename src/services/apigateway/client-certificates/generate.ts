import { X509Certificate } from 'node:crypto';
import type { ClientCertificate, ClientIdentity, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { findClientCertificate, putClientCertificate, putClientCertificateKey } from '../documents/index.ts';
import type { In } from '../types.ts';

/** Stores a certificate that has just been issued. */
export async function generateClientCertificate(
  tx: Transaction,
  scope: Scope,
  { description, tags = {} }: In<'generateClientCertificate'>,
  { certificate, privateKey }: ClientIdentity,
  ids: IdMakers,
): Promise<ClientCertificate> {
  const { validFrom, validTo } = new X509Certificate(certificate);
  let clientCertificateId = ids.entityId();
  while (await findClientCertificate(tx, scope, clientCertificateId)) clientCertificateId = ids.entityId();
  const generated: ClientCertificate = {
    clientCertificateId,
    ...(description && { description }),
    pemEncodedCertificate: certificate,
    createdDate: Date.parse(validFrom) / 1000,
    expirationDate: Date.parse(validTo) / 1000,
    tags,
  };
  await putClientCertificate(tx, scope, generated);
  await putClientCertificateKey(tx, scope, clientCertificateId, privateKey);
  return generated;
}
