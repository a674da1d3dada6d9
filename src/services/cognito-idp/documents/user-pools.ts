import type { Scope } from '../../../model/index.ts';
import type { Kind, Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { below, documentId } from './key.ts';
import {
  appClients,
  clientPlaces,
  domainPlaces,
  groupMembers,
  installation,
  poolDomains,
  poolGroups,
  poolKeys,
  poolPlaces,
  poolUsers,
  resourceServers,
  sentCodes,
  sessions,
  signInFailures,
  type UserPool,
  userAliases,
  userCounts,
  userCredentials,
  userGroups,
  userPools,
} from './kinds.ts';

/** Everything whose ids begin with the pool's, but for clients and domains, which are claimed elsewhere, too. */
const KINDS_INSIDE: readonly Kind<unknown>[] = [
  poolUsers,
  userAliases,
  userCounts,
  userCredentials,
  signInFailures,
  sentCodes,
  sessions,
  poolGroups,
  groupMembers,
  userGroups,
  resourceServers,
];

/** @throws {ServiceError} `ResourceNotFoundException` */
export async function requireUserPool(reader: Reader, scope: Scope, poolId: string): Promise<UserPool> {
  const found = await reader.get(userPools, scope, documentId(poolId));
  if (!found) throw missing.userPool(poolId);
  return found.value;
}

export async function putUserPool(tx: Transaction, scope: Scope, pool: UserPool): Promise<void> {
  await tx.put(userPools, scope, documentId(pool.id), pool);
}

/** The pool's ARN, as authorizers name it. */
export function poolArn({ region, accountId }: Scope, poolId: string): string {
  return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${poolId}`;
}

/** Deletes a pool with everything in it. */
export async function dropUserPool(tx: Transaction, scope: Scope, poolId: string): Promise<void> {
  for (const { value } of await tx.list(appClients, scope, { prefix: below(poolId) })) {
    await tx.delete(clientPlaces, installation, documentId(value.id));
  }
  await tx.deletePrefix(appClients, scope, below(poolId));
  for (const { id, value } of await tx.list(poolDomains, scope)) {
    if (value.poolId !== poolId) continue;
    await tx.delete(poolDomains, scope, id);
    await tx.delete(
      domainPlaces,
      installation,
      documentId(value.customDomainConfig ? 'custom' : scope.region, value.domain),
    );
  }
  for (const kind of KINDS_INSIDE) await tx.deletePrefix(kind, scope, below(poolId));
  await tx.delete(userCounts, scope, documentId(poolId));
  await tx.delete(poolKeys, scope, documentId(poolId));
  await tx.delete(poolPlaces, installation, documentId(poolId));
  await tx.delete(userPools, scope, documentId(poolId));
}
