import type { Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { aliasExists, missing } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { below, documentId } from './key.ts';
import {
  groupMembers,
  type PoolUser,
  poolUsers,
  sentCodes,
  sessions,
  signInFailures,
  type UserCredentials,
  type UserPool,
  userAliases,
  userCounts,
  userCredentials,
  userGroups,
} from './kinds.ts';

/** Attributes by which a user can be called, each with the one that says whether it is his. */
const ALIASES: Readonly<Record<string, string | undefined>> = {
  email: 'email_verified',
  phone_number: 'phone_number_verified',
  preferred_username: undefined,
};

/** What users of the pool are told apart by. */
export function userKey({ caseSensitive }: UserPool, username: string): string {
  return caseSensitive === false ? username.toLowerCase() : username;
}

export function userId(pool: UserPool, username: string): string {
  return documentId(pool.id, userKey(pool, username));
}

/** Finds a user by his name, his `sub`, or an alias that the pool knows. */
export async function findUser(
  reader: Reader,
  scope: Scope,
  pool: UserPool,
  called: string,
): Promise<PoolUser | undefined> {
  if (called.length > LIMITS.attributeLength) return undefined;
  const direct = await reader.get(poolUsers, scope, userId(pool, called));
  if (direct) return direct.value;
  for (const kind of ['sub', ...pool.usernameAttributes, ...pool.aliasAttributes]) {
    const alias = await reader.get(userAliases, scope, aliasId(pool, kind, called));
    if (!alias) continue;
    return (await reader.get(poolUsers, scope, userId(pool, alias.value)))?.value;
  }
  return undefined;
}

/** @throws {ServiceError} `UserNotFoundException` */
export async function requireUser(reader: Reader, scope: Scope, pool: UserPool, called: string): Promise<PoolUser> {
  const user = await findUser(reader, scope, pool, called);
  if (!user) throw missing.user();
  return user;
}

/**
 * Writes a user and the aliases that he is called by now.
 * @param before the user as he was; undefined for a new one
 * @param force take aliases away from whoever has them
 * @throws {ServiceError} `AliasExistsException`
 */
export async function putUser(
  tx: Transaction,
  scope: Scope,
  pool: UserPool,
  user: PoolUser,
  before: PoolUser | undefined,
  force = false,
): Promise<void> {
  const wanted = aliasesOf(pool, user);
  const had = before ? aliasesOf(pool, before) : new Map<string, string>();
  for (const [id] of had) if (!wanted.has(id)) await tx.delete(userAliases, scope, id);
  for (const [id, kind] of wanted) {
    const owner = (await tx.get(userAliases, scope, id))?.value;
    if (owner !== undefined && owner !== user.username) {
      if (!force) throw aliasExists(`An account with the ${kind} already exists.`);
      await disown(tx, scope, pool, owner, kind);
    }
    await tx.put(userAliases, scope, id, user.username);
  }
  await tx.put(poolUsers, scope, userId(pool, user.username), user);
  if (!before) await count(tx, scope, pool, 1);
}

export async function countUsers(reader: Reader, scope: Scope, pool: UserPool): Promise<number> {
  return (await reader.get(userCounts, scope, documentId(pool.id)))?.value ?? 0;
}

async function count(tx: Transaction, scope: Scope, pool: UserPool, more: number): Promise<void> {
  await tx.put(userCounts, scope, documentId(pool.id), (await countUsers(tx, scope, pool)) + more);
}

/** An alias goes over to somebody else, so the address is not this user's any more. */
async function disown(tx: Transaction, scope: Scope, pool: UserPool, username: string, kind: string): Promise<void> {
  const id = userId(pool, username);
  const owner = (await tx.get(poolUsers, scope, id))?.value;
  const proof = ALIASES[kind];
  if (!owner || proof === undefined) return;
  await tx.put(poolUsers, scope, id, { ...owner, attributes: { ...owner.attributes, [proof]: 'false' } });
}

/** Ids of aliases, each with its kind. Addresses that are aliases count when they are verified; as names they count at once. */
function aliasesOf(pool: UserPool, { sub, attributes }: PoolUser): ReadonlyMap<string, string> {
  const aliases = new Map([[aliasId(pool, 'sub', sub), 'sub']]);
  for (const [kind, proof] of Object.entries(ALIASES)) {
    const value = attributes[kind];
    if (value === undefined || value === '') continue;
    const isName = pool.usernameAttributes.includes(kind);
    const isAlias = pool.aliasAttributes.includes(kind) && (proof === undefined || attributes[proof] === 'true');
    if (isName || isAlias) aliases.set(aliasId(pool, kind, value), kind);
  }
  return aliases;
}

function aliasId(pool: UserPool, kind: string, value: string): string {
  return documentId(pool.id, kind, userKey(pool, value));
}

export async function findCredentials(
  reader: Reader,
  scope: Scope,
  pool: UserPool,
  user: PoolUser,
): Promise<UserCredentials | undefined> {
  return (await reader.get(userCredentials, scope, userId(pool, user.username)))?.value;
}

export async function putCredentials(
  tx: Transaction,
  scope: Scope,
  pool: UserPool,
  user: PoolUser,
  credentials: UserCredentials,
): Promise<void> {
  await tx.put(userCredentials, scope, userId(pool, user.username), credentials);
}

/** Deletes a user with everything that is his. */
export async function dropUser(tx: Transaction, scope: Scope, pool: UserPool, user: PoolUser): Promise<void> {
  const id = userId(pool, user.username);
  for (const [alias] of aliasesOf(pool, user)) await tx.delete(userAliases, scope, alias);
  for (const { value: group } of await tx.list(userGroups, scope, { prefix: `${id}/` })) {
    await tx.delete(groupMembers, scope, documentId(pool.id, group, userKey(pool, user.username)));
  }
  await tx.deletePrefix(userGroups, scope, `${id}/`);
  await tx.deletePrefix(sessions, scope, below(pool.id, user.sub));
  await tx.deletePrefix(sentCodes, scope, `${id}/`);
  await tx.delete(signInFailures, scope, id);
  await tx.delete(userCredentials, scope, id);
  await tx.delete(poolUsers, scope, id);
  await count(tx, scope, pool, -1);
}
