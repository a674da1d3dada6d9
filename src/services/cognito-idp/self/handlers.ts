import { type Contact, contactToVerify, redeemCode, sendCode } from '../codes/index.ts';
import { dropUser, findCredentials, putCredentials, putUser, requireUser } from '../documents/index.ts';
import { invalidParameter } from '../errors.ts';
import { checkPassword } from '../passwords/index.ts';
import { type SignInContext, wrongPassword } from '../sign-in/index.ts';
import { requireHolder, type TokenHolder } from '../tokens/index.ts';
import type { CognitoHandlers } from '../types.ts';
import {
  changeUser,
  checkMutable,
  checkWritable,
  endSessions,
  mergeAttributes,
  readAttributes,
  renderGotUser,
  withoutAttributes,
} from '../users/index.ts';

/** What users do with themselves, by their access token (API reference, `GetUser` and its neighbours). */
export function selfHandlers(context: SignInContext) {
  const { store, attempts, passwords } = context;
  const who = ({ pool, user }: TokenHolder, nowMs: number) => ({ poolId: pool.id, called: user.username, nowMs });

  return {
    getUser: async ({ AccessToken }, { nowMs }) => {
      const { user, client } = await requireHolder(context, AccessToken, nowMs);
      const allowed = client.settings.ReadAttributes ?? [];
      const { Username, UserAttributes = [] } = renderGotUser(user);
      const isReadable = (name = '') => name === 'sub' || allowed.length === 0 || allowed.includes(name);
      return {
        Username,
        UserAttributes: UserAttributes.filter(({ Name }) => isReadable(Name) && !Name?.startsWith('dev:')),
      };
    },

    updateUserAttributes: async ({ AccessToken, UserAttributes }, { nowMs }) => {
      const holder = await requireHolder(context, AccessToken, nowMs);
      const { scope, client } = holder;
      const changes = readAttributes(holder.pool, UserAttributes, 'user');
      checkWritable(client, Object.keys(changes));
      const { pool, user } = await changeUser(context, scope, who(holder, nowMs), ({ attributes }, of) => {
        checkMutable(of, attributes, changes);
        return { attributes: mergeAttributes(attributes, changes) };
      });
      // A new address is verified as one at sign-up is.
      const contact = contactToVerify(pool, user);
      const isNew =
        contact !== undefined && changes[contact] !== undefined && user.attributes[`${contact}_verified`] !== 'true';
      if (!isNew) return {};
      const sent = await sendCode(context, scope, pool, user, { purpose: `verify-${contact}`, contact, nowMs });
      return { CodeDeliveryDetailsList: [sent] };
    },

    deleteUserAttributes: async ({ AccessToken, UserAttributeNames }, { nowMs }) => {
      const holder = await requireHolder(context, AccessToken, nowMs);
      checkWritable(holder.client, UserAttributeNames);
      await changeUser(context, holder.scope, who(holder, nowMs), ({ attributes }, pool) => ({
        attributes: withoutAttributes(pool, attributes, UserAttributeNames, 'user'),
      }));
      return {};
    },

    getUserAttributeVerificationCode: async ({ AccessToken, AttributeName }, { nowMs }) => {
      const { scope, pool, user } = await requireHolder(context, AccessToken, nowMs);
      const contact = contactCalled(AttributeName);
      if (!user.attributes[contact]) throw invalidParameter(`User does not have ${contact} attribute.`);
      return {
        CodeDeliveryDetails: await sendCode(context, scope, pool, user, {
          purpose: `verify-${contact}`,
          contact,
          nowMs,
        }),
      };
    },

    verifyUserAttribute: async ({ AccessToken, AttributeName, Code: code }, { nowMs }) => {
      const { scope, pool, user } = await requireHolder(context, AccessToken, nowMs);
      const contact = contactCalled(AttributeName);
      const refusal = await store.transact(async (tx) => {
        const before = await requireUser(tx, scope, pool, user.username);
        const redeemed = await redeemCode(tx, scope, pool, before, { purpose: `verify-${contact}`, code, nowMs });
        if ('refusal' in redeemed) return redeemed.refusal;
        const attributes = { ...before.attributes, [`${contact}_verified`]: 'true' };
        await putUser(tx, scope, pool, { ...before, attributes, modifiedAtMs: nowMs }, before);
        return undefined;
      });
      if (refusal) throw refusal;
      return {};
    },

    changePassword: async ({ AccessToken, PreviousPassword, ProposedPassword }, { nowMs }) => {
      const holder = await requireHolder(context, AccessToken, nowMs);
      const { scope, pool, user } = holder;
      checkPassword(pool, ProposedPassword);
      await attempts.begin(scope, pool, user.username, user, nowMs);
      const known = await findCredentials(store, scope, pool, user);
      if (!(await passwords.matches(PreviousPassword ?? '', known))) throw wrongPassword();
      await attempts.succeeded(scope, pool, user);
      const credentials = await passwords.make(pool, user.username, ProposedPassword);
      await changeUser(
        context,
        scope,
        who(holder, nowMs),
        () => ({}),
        (tx, changed) => putCredentials(tx, scope, pool, changed.user, credentials),
      );
      return {};
    },

    globalSignOut: async ({ AccessToken }, { nowMs }) => {
      const holder = await requireHolder(context, AccessToken, nowMs);
      await changeUser(
        context,
        holder.scope,
        who(holder, nowMs),
        () => ({ signedOutAtMs: nowMs }),
        (tx, changed) => endSessions(tx, holder.scope, changed),
      );
      return {};
    },

    deleteUser: async ({ AccessToken }, { nowMs }) => {
      const { scope, pool, user } = await requireHolder(context, AccessToken, nowMs);
      await store.transact(async (tx) => dropUser(tx, scope, pool, await requireUser(tx, scope, pool, user.username)));
      return {};
    },
  } satisfies CognitoHandlers;
}

/** @throws {ServiceError} for an attribute that no code can go to */
function contactCalled(name: string): Contact {
  if (name === 'email' || name === 'phone_number') return name;
  throw invalidParameter(`Invalid attribute name: ${name}`);
}
