import type { PoolUser, UserPool } from '../documents/index.ts';
import { invalidParameter, notAuthorized } from '../errors.ts';
import type { Contact } from './messages.ts';

/** Where the code goes by which a new user shows that an address is his; a phone goes before a mailbox, as on AWS. */
export function contactToVerify({ settings }: UserPool, { attributes }: PoolUser): Contact | undefined {
  const wanted = settings.AutoVerifiedAttributes ?? [];
  return (['phone_number', 'email'] as const).find((contact) => wanted.includes(contact) && attributes[contact]);
}

/**
 * Where the code goes by which a user gets a new password (API reference, `AccountRecoverySetting`; without it a phone goes
 * before a mailbox).
 * @returns undefined where no such address of his is verified
 * @throws {ServiceError} where an administrator alone resets passwords
 */
export function findContactToRecover(
  { settings }: UserPool,
  { attributes }: Pick<PoolUser, 'attributes'>,
): Contact | undefined {
  const mechanisms = [...(settings.AccountRecoverySetting?.RecoveryMechanisms ?? [])];
  if (mechanisms.some(({ Name }) => Name === 'admin_only')) {
    throw notAuthorized('Contact administrator to reset password.');
  }
  mechanisms.sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0));
  const order: readonly Contact[] =
    mechanisms.length > 0
      ? mechanisms.map(({ Name }) => (Name === 'verified_email' ? 'email' : 'phone_number'))
      : ['phone_number', 'email'];
  return order.find((contact) => attributes[contact] && attributes[`${contact}_verified`] === 'true');
}

/** The same, of a user who must have one. @throws {ServiceError} */
export function contactToRecover(pool: UserPool, user: PoolUser): Contact {
  const found = findContactToRecover(pool, user);
  if (found === undefined) {
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  }
  return found;
}
