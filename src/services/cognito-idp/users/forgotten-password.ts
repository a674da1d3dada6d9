import { checkSecretHash } from '../clients/index.ts';
import { contactToRecover, findContactToRecover, redeemCode, sendCode } from '../codes/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  findClient,
  findUser,
  type PoolUser,
  putCredentials,
  putUser,
  requireUser,
  signInFailures,
  userId,
} from '../documents/index.ts';
import { codeMismatch, notAuthorized, passwordNotResettable } from '../errors.ts';
import { checkPassword, type Passwords } from '../passwords/index.ts';
import type { CognitoHandlers } from '../types.ts';
import { hidesUsers, pretendedDelivery, unknownToClient } from './unknown-users.ts';

/** How users get a new password by themselves (API reference, `ForgotPassword`, `ConfirmForgotPassword`). */
export function forgottenPasswordHandlers(context: CognitoContext, passwords: Passwords) {
  const { store } = context;
  return {
    forgotPassword: async ({ ClientId, SecretHash, Username }, { nowMs }) => {
      const { scope, pool, client } = await findClient(store, ClientId);
      checkSecretHash(client, Username, SecretHash);
      const user = await findUser(store, scope, pool, Username);
      if (hidesUsers(client)) {
        const isReached = findContactToRecover(pool, user ?? { attributes: {} }) !== undefined;
        if (user?.enabled !== true || !isReached) {
          return { CodeDeliveryDetails: pretendedDelivery(pool, client, Username) };
        }
      }
      if (user === undefined) throw unknownToClient();
      if (!user.enabled) throw notAuthorized('User is disabled.');
      if (user.status === 'FORCE_CHANGE_PASSWORD') throw passwordNotResettable();
      const contact = contactToRecover(pool, user);
      return { CodeDeliveryDetails: await sendCode(context, scope, pool, user, { purpose: 'reset', contact, nowMs }) };
    },

    confirmForgotPassword: async ({ ClientId, SecretHash, Username, ConfirmationCode: code, Password }, { nowMs }) => {
      const { scope, pool, client } = await findClient(store, ClientId);
      checkSecretHash(client, Username, SecretHash);
      checkPassword(pool, Password);
      const user = await findUser(store, scope, pool, Username);
      if (hidesUsers(client) && user?.enabled !== true) {
        throw codeMismatch('Invalid verification code provided, please try again.');
      }
      if (user === undefined) throw unknownToClient();
      const credentials = await passwords.make(pool, user.username, Password);
      const refusal = await store.transact(async (tx) => {
        const before = await requireUser(tx, scope, pool, user.username);
        const redeemed = await redeemCode(tx, scope, pool, before, { purpose: 'reset', code, nowMs });
        if ('refusal' in redeemed) return redeemed.refusal;
        const after: PoolUser = { ...before, status: 'CONFIRMED', modifiedAtMs: nowMs };
        await putUser(tx, scope, pool, after, before);
        await putCredentials(tx, scope, pool, after, credentials);
        // Whoever was locked out by guesses of somebody else is let in again.
        await tx.delete(signInFailures, scope, userId(pool, user.username));
        return undefined;
      });
      if (refusal) throw refusal;
      return {};
    },
  } satisfies CognitoHandlers;
}
