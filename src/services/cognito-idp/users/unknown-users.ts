import { createHash } from 'node:crypto';
import { ServiceError } from '../../../aws/index.ts';
import { type CodeDelivery, deliveryTo } from '../codes/index.ts';
import { type AppClient, type UserPool, userKey } from '../documents/index.ts';
import { addressKind } from './names.ts';

/** Whether answers must not tell who exists (developer guide, "Managing user existence error responses"). */
export function hidesUsers({ settings }: AppClient): boolean {
  return settings.PreventUserExistenceErrors === 'ENABLED';
}

/** What a client is told of a user who is not there, where it may know. */
export function unknownToClient(): ServiceError {
  return new ServiceError('UserNotFoundException', 400, 'Username/client id combination not found.');
}

/**
 * Where a code would have gone (developer guide, as above: by the form of the name and what the pool verifies): to the address
 * that the name is, else to one that is the same for a name each time, as it is for users.
 */
export function pretendedDelivery(pool: UserPool, { id }: AppClient, username: string): CodeDelivery {
  const name = userKey(pool, username);
  const kind = addressKind(name);
  if (kind !== undefined) return deliveryTo(kind, name);
  const digest = createHash('sha256').update(`${id}:${name}`).digest();
  if (pool.settings.AutoVerifiedAttributes?.includes('phone_number')) {
    return deliveryTo('phone_number', `+1${Array.from(digest.subarray(0, 10), (byte) => byte % 10).join('')}`);
  }
  const letter = (at: number) => String.fromCharCode(97 + ((digest[at] ?? 0) % 26));
  return deliveryTo('email', `${letter(0)}@${letter(1)}`);
}
