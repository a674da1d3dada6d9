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
 * before a mailbox). The address must be verified.
 * @throws {ServiceError}
 */
export function contactToRecover({ settings }: UserPool, { attributes }: PoolUser): Contact {
  const mechanisms = [...(settings.AccountRecoverySetting?.RecoveryMechanisms ?? [])];
  if (mechanisms.some(({ Name }) => Name === 'admin_only')) {
    throw notAuthorized('Contact administrator to reset password.');
  }
  mechanisms.sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0));
  const order: readonly Contact[] =
    mechanisms.length > 0
      ? mechanisms.map(({ Name }) => (Name === 'verified_email' ? 'email' : 'phone_number'))
      : ['phone_number', 'email'];
  const found = order.find((contact) => attributes[contact] && attributes[`${contact}_verified`] === 'true');
  if (found === undefined) {
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  }
  return found;
}
