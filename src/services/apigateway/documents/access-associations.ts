import type { DomainNameAccessAssociation, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { accessAssociations } from './kinds.ts';

/** By ARN. @throws {ServiceError} 404 */
export async function requireAccessAssociation(
  reader: Reader,
  scope: Scope,
  arn: string,
): Promise<DomainNameAccessAssociation> {
  const found = await findAccessAssociation(reader, scope, arn);
  if (!found) throw missing.accessAssociation();
  return found;
}

export async function findAccessAssociation(
  reader: Reader,
  scope: Scope,
  arn: string,
): Promise<DomainNameAccessAssociation | undefined> {
  const found = (await reader.get(accessAssociations, scope, idOf(arn)))?.value;
  return found?.domainNameAccessAssociationArn === arn ? found : undefined;
}

export async function putAccessAssociation(
  tx: Transaction,
  scope: Scope,
  association: DomainNameAccessAssociation,
): Promise<void> {
  await tx.put(accessAssociations, scope, idOf(association.domainNameAccessAssociationArn), association);
}

export async function dropAccessAssociation(tx: Transaction, scope: Scope, arn: string): Promise<void> {
  await tx.delete(accessAssociations, scope, idOf(arn));
}

/** The VPC endpoints that a private domain name is associated with, by its ARN. */
export async function associatedEndpoints(
  reader: Reader,
  scope: Scope,
  domainNameArn: string,
): Promise<readonly string[]> {
  const found = await reader.list(accessAssociations, scope);
  return found
    .filter(({ value }) => value.domainNameArn === domainNameArn)
    .map(({ value }) => value.accessAssociationSource);
}

/** The part of the ARN that names it, such as `domainname/private.example.com/vpcesource/vpce-1`. */
function idOf(arn: string): string {
  return /:\/domainnameaccessassociations\/([\w./*-]{1,400})$/.exec(arn)?.[1] ?? '/';
}
