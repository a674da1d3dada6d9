import type { Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { type AppClient, appClients, clientPlaces, installation, type UserPool } from './kinds.ts';
import { requireUserPool } from './user-pools.ts';

/** A client with the pool that it belongs to. */
export interface ClientOfPool {
  readonly scope: Scope;
  readonly pool: UserPool;
  readonly client: AppClient;
}

/** @throws {ServiceError} `ResourceNotFoundException` */
export async function requireClient(
  reader: Reader,
  scope: Scope,
  poolId: string,
  clientId: string,
): Promise<ClientOfPool> {
  const pool = await requireUserPool(reader, scope, poolId);
  const found = await reader.get(appClients, scope, documentId(poolId, clientId));
  if (!found) throw missing.client(clientId);
  return { scope, pool, client: found.value };
}

/**
 * Finds a client by its id alone, wherever it is: unsigned calls name nothing else.
 * @throws {ServiceError} `ResourceNotFoundException`
 */
export async function findClient(reader: Reader, clientId: string): Promise<ClientOfPool> {
  const place = (await reader.get(clientPlaces, installation, documentId(clientId)))?.value;
  if (!place) throw missing.client(clientId);
  return requireClient(reader, place.scope, place.poolId, clientId);
}

/** @returns whether the id was free */
export async function addClient(tx: Transaction, scope: Scope, client: AppClient): Promise<boolean> {
  const id = documentId(client.id);
  if (await tx.get(clientPlaces, installation, id)) return false;
  await tx.put(clientPlaces, installation, id, { scope, poolId: client.poolId });
  await putClient(tx, scope, client);
  return true;
}

export async function putClient(tx: Transaction, scope: Scope, client: AppClient): Promise<void> {
  await tx.put(appClients, scope, documentId(client.poolId, client.id), client);
}

export async function dropClient(tx: Transaction, scope: Scope, { poolId, id }: AppClient): Promise<void> {
  await tx.delete(appClients, scope, documentId(poolId, id));
  await tx.delete(clientPlaces, installation, documentId(id));
}
