import type { ClientCertificate, ClientIdentity, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { clientCertificateKeys, clientCertificates } from './kinds.ts';

export async function findClientCertificate(
  reader: Reader,
  scope: Scope,
  clientCertificateId: string,
): Promise<ClientCertificate | undefined> {
  return (await reader.get(clientCertificates, scope, documentId(clientCertificateId)))?.value;
}

/** @throws {ServiceError} 404 */
export async function requireClientCertificate(
  reader: Reader,
  scope: Scope,
  clientCertificateId: string,
): Promise<ClientCertificate> {
  const found = await findClientCertificate(reader, scope, clientCertificateId);
  if (!found) throw missing.clientCertificate();
  return found;
}

export async function putClientCertificate(
  tx: Transaction,
  scope: Scope,
  certificate: ClientCertificate,
): Promise<void> {
  await tx.put(clientCertificates, scope, certificate.clientCertificateId, certificate);
}

/** Writes the key that belongs to a certificate; no operation answers it. */
export async function putClientCertificateKey(
  tx: Transaction,
  scope: Scope,
  clientCertificateId: string,
  privateKey: string,
): Promise<void> {
  await tx.put(clientCertificateKeys, scope, clientCertificateId, privateKey);
}

/** The certificate with its key, for those who show it to backends. */
export async function findClientIdentity(
  reader: Reader,
  scope: Scope,
  clientCertificateId: string,
): Promise<ClientIdentity | undefined> {
  const certificate = await findClientCertificate(reader, scope, clientCertificateId);
  const key = await reader.get(clientCertificateKeys, scope, documentId(clientCertificateId));
  return certificate && key && { certificate: certificate.pemEncodedCertificate, privateKey: key.value };
}

export async function dropClientCertificate(tx: Transaction, scope: Scope, clientCertificateId: string): Promise<void> {
  await tx.delete(clientCertificates, scope, clientCertificateId);
  await tx.delete(clientCertificateKeys, scope, clientCertificateId);
}
