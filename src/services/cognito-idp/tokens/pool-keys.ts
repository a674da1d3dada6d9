import { createHash, createPublicKey } from 'node:crypto';
import type { PublicKeySet, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { CognitoContext } from '../context.ts';
import { documentId, type PoolKeys, poolArn, poolKeys, type SigningKey } from '../documents/index.ts';
import { missing } from '../errors.ts';
import { KEYS } from '../limits.ts';

type Use = 'id' | 'access';

/** The secrets of a new pool. */
export async function newPoolKeys(context: CognitoContext, nowMs: number): Promise<PoolKeys> {
  const [id, access] = await Promise.all([newKey(context, nowMs), newKey(context, nowMs)]);
  return { id: [id], access: [access], challengeKey: context.ids.bytes(32).toString('base64') };
}

async function newKey({ makeKeyPair }: CognitoContext, nowMs: number): Promise<SigningKey> {
  const { publicKey, privateKey } = await makeKeyPair();
  return { kid: keyId(publicKey), publicKey, privateKey, createdAtMs: nowMs };
}

/** A key's id follows from its numbers, as thumbprints do (RFC 7638). */
function keyId({ e, kty, n }: SigningKey['publicKey']): string {
  return createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64');
}

/** What the pool publishes (RFC 7517 section 5): the keys that sign, and those whose tokens have not all expired yet. */
export function publicKeySet({ id, access }: PoolKeys): PublicKeySet {
  return {
    keys: [...id, ...access].map(({ kid, publicKey: { e, kty, n } }) => ({
      alg: 'RS256',
      ...(e !== undefined && { e }),
      kid,
      ...(kty !== undefined && { kty }),
      ...(n !== undefined && { n }),
      use: 'sig',
    })),
  };
}

/** @throws {ServiceError} when there is no such pool */
export async function requirePoolKeys(reader: Reader, scope: Scope, poolId: string): Promise<PoolKeys> {
  const found = await reader.get(poolKeys, scope, documentId(poolId));
  if (!found) throw missing.userPool(poolId);
  return found.value;
}

/**
 * The key that signs tokens of this use now. One that has signed for its time is put to rest first: the new one is published
 * before it signs anything.
 */
export async function currentKey(
  context: CognitoContext,
  scope: Scope,
  poolId: string,
  use: Use,
  nowMs: number,
): Promise<SigningKey> {
  const key = newest(await requirePoolKeys(context.store, scope, poolId), use);
  if (nowMs - key.createdAtMs < KEYS.signsForMs) return key;
  const made = await newKey(context, nowMs);
  const keys = await context.store.transact(async (tx) => {
    const known = await requirePoolKeys(tx, scope, poolId);
    // Somebody else was faster.
    if (newest(known, use).kid !== key.kid) return known;
    const rotated = { ...known, [use]: [...rest(known[use], nowMs), made] };
    await tx.put(poolKeys, scope, documentId(poolId), rotated);
    return rotated;
  });
  await context.publisher.poolKeysChanged(poolArn(scope, poolId), publicKeySet(keys));
  return newest(keys, use);
}

/** Keys that sign no more, without those whose last token has expired. */
function rest(keys: readonly SigningKey[], nowMs: number): readonly SigningKey[] {
  return keys
    .map((key) => ({ ...key, retiredAtMs: key.retiredAtMs ?? nowMs }))
    .filter(({ retiredAtMs }) => nowMs - retiredAtMs < KEYS.publishedAfterMs);
}

function newest(keys: PoolKeys, use: Use): SigningKey {
  const key = keys[use].at(-1);
  if (key === undefined) throw new Error(`A user pool has no key for its ${use} tokens.`);
  return key;
}

/** The public key of this id, among those for access tokens. */
export function accessKey({ access }: PoolKeys, kid: string): ReturnType<typeof createPublicKey> | undefined {
  const found = access.find((key) => key.kid === kid);
  return found && createPublicKey({ key: found.publicKey, format: 'jwk' });
}
