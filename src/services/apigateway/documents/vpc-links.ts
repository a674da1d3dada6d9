import type { Scope, VpcLink } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { vpcLinks } from './kinds.ts';

export async function findVpcLink(reader: Reader, scope: Scope, vpcLinkId: string): Promise<VpcLink | undefined> {
  return (await reader.get(vpcLinks, scope, documentId(vpcLinkId)))?.value;
}

/** @throws {ServiceError} 404 */
export async function requireVpcLink(reader: Reader, scope: Scope, vpcLinkId: string): Promise<VpcLink> {
  const found = await findVpcLink(reader, scope, vpcLinkId);
  if (!found) throw missing.vpcLink();
  return found;
}

export async function putVpcLink(tx: Transaction, scope: Scope, vpcLink: VpcLink): Promise<void> {
  await tx.put(vpcLinks, scope, vpcLink.id, vpcLink);
}

export async function dropVpcLink(tx: Transaction, scope: Scope, vpcLinkId: string): Promise<void> {
  await tx.delete(vpcLinks, scope, vpcLinkId);
}
