import type { PublicKeySet } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { poolArn, poolKeys } from './documents/index.ts';
import { publicKeySet } from './tokens/pool-keys.ts';

/** The public keys of all pools, by the pools' ARNs: what the data plane is told at start. */
export async function listPoolKeys(reader: Reader): Promise<ReadonlyMap<string, PublicKeySet>> {
  const stored = await reader.scan(poolKeys);
  return new Map(stored.map(({ scope, id, value }) => [poolArn(scope, decodeURIComponent(id)), publicKeySet(value)]));
}
