import type { ServiceError } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { CognitoContext } from '../context.ts';
import { type PoolUser, sentCodes, type UserPool, userId } from '../documents/index.ts';
import { codeMismatch, expiredCode, limitExceeded } from '../errors.ts';
import { CODES } from '../limits.ts';
import { type Contact, composeMessage, maskAddress } from './messages.ts';

/** What a code is good for; each has one at a time. */
export type Purpose = 'confirm' | 'reset' | 'verify-email' | 'verify-phone_number';

export interface CodeDelivery {
  readonly Destination: string;
  readonly DeliveryMedium: 'EMAIL' | 'SMS';
  readonly AttributeName: Contact;
}

const HOUR_MS = 3_600_000;

/** How an answer tells where a code went. */
export function deliveryTo(contact: Contact, address: string): CodeDelivery {
  return {
    Destination: maskAddress(address),
    DeliveryMedium: contact === 'email' ? 'EMAIL' : 'SMS',
    AttributeName: contact,
  };
}

/**
 * Sends a code in place of the one before.
 * @throws {ServiceError} `LimitExceededException` when there were too many within the hour
 */
export async function sendCode(
  { store, ids, deliver }: CognitoContext,
  scope: Scope,
  pool: UserPool,
  user: PoolUser,
  { purpose, contact, nowMs }: { readonly purpose: Purpose; readonly contact: Contact; readonly nowMs: number },
): Promise<CodeDelivery> {
  const code = ids.code();
  const address = user.attributes[contact] ?? '';
  const id = idOf(pool, user, purpose);
  await store.transact(async (tx) => {
    const before = (await tx.get(sentCodes, scope, id))?.value;
    const recent = (before?.sentAtMs ?? []).filter((at) => nowMs - at < HOUR_MS);
    if (recent.length >= CODES.perHour) throw tooOften();
    await tx.put(sentCodes, scope, id, {
      code,
      attribute: contact,
      address,
      expiresAtMs: nowMs + (purpose === 'reset' ? CODES.resetMs : CODES.confirmMs),
      wrongGuesses: 0,
      sentAtMs: [...recent, nowMs],
    });
  });
  await deliver(composeMessage(pool, user, contact, 'verification', code, nowMs));
  return deliveryTo(contact, address);
}

/** What came of a code that a user sent back. */
export type Redemption = { readonly attribute: string } | { readonly refusal: ServiceError };

/**
 * Takes a code. A wrong guess is counted, so the caller must let the transaction commit also when it is refused, and throw
 * afterwards.
 */
export async function redeemCode(
  tx: Transaction,
  scope: Scope,
  pool: UserPool,
  user: PoolUser,
  { purpose, code, nowMs }: { readonly purpose: Purpose; readonly code: string; readonly nowMs: number },
): Promise<Redemption> {
  const id = idOf(pool, user, purpose);
  const sent = (await tx.get(sentCodes, scope, id))?.value;
  if (sent === undefined || nowMs >= sent.expiresAtMs || user.attributes[sent.attribute] !== sent.address) {
    return { refusal: expiredCode('Invalid code provided, please request a code again.') };
  }
  if (sent.wrongGuesses >= CODES.guesses) return { refusal: tooOften() };
  if (sent.code !== code) {
    await tx.put(sentCodes, scope, id, { ...sent, wrongGuesses: sent.wrongGuesses + 1 });
    return { refusal: codeMismatch('Invalid verification code provided, please try again.') };
  }
  // When codes were sent is remembered beyond the code itself.
  await tx.put(sentCodes, scope, id, { ...sent, expiresAtMs: 0 });
  return { attribute: sent.attribute };
}

function idOf(pool: UserPool, user: PoolUser, purpose: Purpose): string {
  return `${userId(pool, user.username)}/${purpose}`;
}

const tooOften = () => limitExceeded('Attempt limit exceeded, please try after some time.');
