import type { ClientIdentity, DomainName, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import {
  type DomainNameDocument,
  domainCertificates,
  domainNameScopes,
  domainNames,
  installation,
  truststores,
} from './kinds.ts';
import { nextRevision } from './stages.ts';

/** What belongs to a domain name and lies in documents of its own: files, by their size or their secrecy. */
export interface DomainFiles {
  /** PEM; absent without mutual TLS. */
  readonly truststore?: string;
  /** Absent where nothing was uploaded. */
  readonly certificate?: ClientIdentity;
}

/** @param domainNameId of a private domain name; without it the public one of that name is meant (fact D158) */
export async function findDomainName(
  reader: Reader,
  scope: Scope,
  domainName: string,
  domainNameId?: string,
): Promise<DomainNameDocument | undefined> {
  const id = documentIdOf(domainName.toLowerCase(), domainNameId);
  return id === undefined ? undefined : (await reader.get(domainNames, scope, id))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireDomainName(
  reader: Reader,
  scope: Scope,
  domainName: string,
  domainNameId?: string,
): Promise<DomainNameDocument> {
  const found = await findDomainName(reader, scope, domainName, domainNameId);
  if (!found) throw missing.domainName();
  return found;
}

/** Whether a public domain name is taken anywhere in the installation. */
export async function isDomainNameTaken(reader: Reader, domainName: string): Promise<boolean> {
  return (await reader.get(domainNameScopes, installation, domainName)) !== undefined;
}

/** Writes a domain name, its mappings and rules, of which requests could notice a change, under a new revision. */
export async function putServedDomainName(
  tx: Transaction,
  scope: Scope,
  { domain, mappings, rules }: Omit<DomainNameDocument, 'revision'>,
  nowMs: number,
): Promise<DomainNameDocument> {
  const document: DomainNameDocument = {
    domain,
    mappings: mappings.toSorted((a, b) => (a.basePath < b.basePath ? -1 : 1)),
    ...(rules && { rules: rules.toSorted((a, b) => a.Priority - b.Priority) }),
    revision: await nextRevision(tx, nowMs),
  };
  await putDomainName(tx, scope, document);
  if (domain.domainNameId === undefined) await tx.put(domainNameScopes, installation, domain.domainName, scope);
  return document;
}

/** Writes a domain name whose served behaviour stays what it was. */
export async function putDomainName(tx: Transaction, scope: Scope, document: DomainNameDocument): Promise<void> {
  await tx.put(domainNames, scope, idOf(document.domain), document);
}

/** Deletes a domain name with its mappings and files. */
export async function dropDomainName(tx: Transaction, scope: Scope, domain: DomainName): Promise<void> {
  await tx.delete(domainNames, scope, idOf(domain));
  if (domain.domainNameId === undefined) await tx.delete(domainNameScopes, installation, domain.domainName);
  await putDomainFiles(tx, scope, domain, {});
}

export async function findDomainFiles(reader: Reader, scope: Scope, domain: DomainName): Promise<DomainFiles> {
  const truststore = await reader.get(truststores, scope, idOf(domain));
  const certificate = await reader.get(domainCertificates, scope, idOf(domain));
  return {
    ...(truststore && { truststore: truststore.value }),
    ...(certificate && { certificate: certificate.value }),
  };
}

/** Replaces the files of a domain name; what is not given goes. */
export async function putDomainFiles(
  tx: Transaction,
  scope: Scope,
  domain: DomainName,
  { truststore, certificate }: DomainFiles,
): Promise<void> {
  const id = idOf(domain);
  await (truststore === undefined ? tx.delete(truststores, scope, id) : tx.put(truststores, scope, id, truststore));
  await (certificate === undefined
    ? tx.delete(domainCertificates, scope, id)
    : tx.put(domainCertificates, scope, id, certificate));
}

/** The domain names in a scope that lead to an API. */
export async function mappingsTo(reader: Reader, scope: Scope, restApiId: string): Promise<readonly string[]> {
  const found = await reader.list(domainNames, scope);
  return found
    .filter(({ value }) => value.mappings.some((mapping) => mapping.restApiId === restApiId))
    .map(({ value }) => value.domain.domainName);
}

function idOf({ domainName, domainNameId }: DomainName): string {
  return domainNameId === undefined ? domainName : `${domainName}+${domainNameId}`;
}

/** Undefined for what could not name anything. */
function documentIdOf(domainName: string, domainNameId: string | undefined): string | undefined {
  const isName = /^[\w.*-]{1,255}$/.test(domainName) && (domainNameId === undefined || /^\w{1,64}$/.test(domainNameId));
  if (!isName) return undefined;
  return domainNameId === undefined ? domainName : `${domainName}+${domainNameId}`;
}
