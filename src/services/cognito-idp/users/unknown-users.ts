import { createHash } from 'node:crypto';
import { ServiceError } from '../../../aws/index.ts';
import { type CodeDelivery, deliveryTo } from '../codes/index.ts';
import type { AppClient } from '../documents/index.ts';

/** Whether answers must not tell who exists (developer guide, "Managing user existence error responses"). */
export function hidesUsers({ settings }: AppClient): boolean {
  return settings.PreventUserExistenceErrors === 'ENABLED';
}

/** What a client is told of a user who is not there, where it may know. */
export function unknownToClient(): ServiceError {
  return new ServiceError('UserNotFoundException', 400, 'Username/client id combination not found.');
}

/** Where a code would have gone: the same for a name each time, as it is for users. */
export function pretendedDelivery({ id }: AppClient, username: string): CodeDelivery {
  const digest = createHash('sha256').update(`${id}:${username.toLowerCase()}`).digest();
  const letter = (at: number) => String.fromCharCode(97 + ((digest[at] ?? 0) % 26));
  return deliveryTo('email', `${letter(0)}@${letter(1)}`);
}
