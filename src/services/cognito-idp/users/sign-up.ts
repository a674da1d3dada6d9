import { checkSecretHash } from '../clients/index.ts';
import { type CodeDelivery, contactToVerify, redeemCode, sendCode } from '../codes/index.ts';
import type { CognitoContext } from '../context.ts';
import { findClient, findUser, type PoolUser, putUser } from '../documents/index.ts';
import { expiredCode, invalidParameter, notAuthorized } from '../errors.ts';
import { checkPassword, type Passwords } from '../passwords/index.ts';
import type { CognitoHandlers } from '../types.ts';
import { addUser } from './add-user.ts';
import { checkRequired, checkWritable, mergeAttributes, readAttributes } from './attributes.ts';
import { readNewName } from './names.ts';
import { hidesUsers, pretendedDelivery, unknownToClient } from './unknown-users.ts';

/** How people make users of themselves (API reference, `SignUp`, `ConfirmSignUp`, `ResendConfirmationCode`). */
export function signUpHandlers(context: CognitoContext, passwords: Passwords) {
  const { store, ids } = context;
  return {
    signUp: async ({ ClientId, SecretHash, Username, Password, UserAttributes }, { nowMs }) => {
      const { scope, pool, client } = await findClient(store, ClientId);
      checkSecretHash(client, Username, SecretHash);
      if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly === true) {
        throw notAuthorized('SignUp is not permitted for this user pool');
      }
      if (Password === undefined) throw invalidParameter('Missing required parameter: Password');
      const sub = ids.uuid();
      const name = readNewName(pool, Username, sub);
      const given = readAttributes(pool, UserAttributes, 'user');
      checkWritable(client, Object.keys(given));
      const attributes = mergeAttributes({}, { ...name.attributes, ...given });
      checkRequired(pool, attributes);
      checkPassword(pool, Password);
      const user: PoolUser = {
        username: name.username,
        sub,
        attributes,
        status: 'UNCONFIRMED',
        enabled: true,
        createdAtMs: nowMs,
        modifiedAtMs: nowMs,
      };
      await addUser(context, passwords, scope, pool, user, { called: Username, taken: name.taken, password: Password });
      const contact = contactToVerify(pool, user);
      const sent = contact && (await sendCode(context, scope, pool, user, { purpose: 'confirm', contact, nowMs }));
      return { UserConfirmed: false, UserSub: sub, ...(sent && { CodeDeliveryDetails: sent }) };
    },

    confirmSignUp: async (
      { ClientId, SecretHash, Username, ConfirmationCode: code, ForceAliasCreation },
      { nowMs },
    ) => {
      const { scope, pool, client } = await findClient(store, ClientId);
      checkSecretHash(client, Username, SecretHash);
      const refusal = await store.transact(async (tx) => {
        const user = await findUser(tx, scope, pool, Username);
        if (user === undefined) {
          throw hidesUsers(client)
            ? expiredCode('Invalid code provided, please request a code again.')
            : unknownToClient();
        }
        if (user.status !== 'UNCONFIRMED') {
          throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
        }
        const redeemed = await redeemCode(tx, scope, pool, user, { purpose: 'confirm', code, nowMs });
        if ('refusal' in redeemed) return redeemed.refusal;
        const attributes = { ...user.attributes, [`${redeemed.attribute}_verified`]: 'true' };
        const confirmed: PoolUser = { ...user, attributes, status: 'CONFIRMED', modifiedAtMs: nowMs };
        await putUser(tx, scope, pool, confirmed, user, ForceAliasCreation === true);
        return undefined;
      });
      if (refusal) throw refusal;
      return {};
    },

    resendConfirmationCode: async ({ ClientId, SecretHash, Username }, { nowMs }) => {
      const { scope, pool, client } = await findClient(store, ClientId);
      checkSecretHash(client, Username, SecretHash);
      const user = await findUser(store, scope, pool, Username);
      if (hidesUsers(client) && user?.enabled !== true) {
        return { CodeDeliveryDetails: pretendedDelivery(pool, client, Username) };
      }
      if (user === undefined) throw unknownToClient();
      if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
      const contact = contactToVerify(pool, user);
      if (contact === undefined) throw invalidParameter('Auto verification not turned on.');
      const sent: CodeDelivery = await sendCode(context, scope, pool, user, { purpose: 'confirm', contact, nowMs });
      return { CodeDeliveryDetails: sent };
    },
  } satisfies CognitoHandlers;
}
