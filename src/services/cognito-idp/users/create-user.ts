import { enumListViolations, enumViolations } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { composeMessage } from '../codes/index.ts';
import type { CognitoContext } from '../context.ts';
import { type PoolUser, putCredentials, requireUser, requireUserPool, type UserPool } from '../documents/index.ts';
import { invalidParameter, refuse, unsupportedUserState } from '../errors.ts';
import { checkPassword, type Passwords } from '../passwords/index.ts';
import type { CognitoHandlers } from '../types.ts';
import { addUser } from './add-user.ts';
import { mergeAttributes, readAttributes } from './attributes.ts';
import { changeUser } from './change-user.ts';
import { readNewName } from './names.ts';
import { renderUser } from './render.ts';
import { temporaryUntil } from './temporary.ts';

/** API reference, `AdminCreateUser`: a user with a temporary password, who is told of it. */
export function createUserHandler(context: CognitoContext, passwords: Passwords) {
  const { store, ids, deliver } = context;

  async function invite(pool: UserPool, user: PoolUser, password: string, mediums: readonly string[], nowMs: number) {
    const contacts = mediums.map((medium) => (medium === 'EMAIL' ? 'email' : 'phone_number'));
    const reachable = contacts.filter((contact) => user.attributes[contact]);
    for (const contact of reachable) await deliver(composeMessage(pool, user, contact, 'invitation', password, nowMs));
  }

  async function resend(scope: Scope, pool: UserPool, called: string, given: string | undefined, nowMs: number) {
    const { username, status } = await requireUser(store, scope, pool, called);
    if (status !== 'FORCE_CHANGE_PASSWORD') {
      throw unsupportedUserState(`Resend not possible. ${called} status is not FORCE_CHANGE_PASSWORD`);
    }
    const password = given ?? newPassword(pool);
    const credentials = await passwords.make(pool, username, password, temporaryUntil(pool, nowMs));
    const { user } = await changeUser(
      context,
      scope,
      { poolId: pool.id, called: username, nowMs },
      () => ({}),
      (tx, changed) => putCredentials(tx, scope, pool, changed.user, credentials),
    );
    return { user, password };
  }

  function newPassword({ settings }: UserPool): string {
    return ids.temporaryPassword(settings.Policies?.PasswordPolicy?.MinimumLength ?? 0);
  }

  return {
    adminCreateUser: async (input, { scope, nowMs }) => {
      const { UserPoolId, Username, TemporaryPassword: given, MessageAction, DesiredDeliveryMediums = ['SMS'] } = input;
      refuse(
        enumViolations(MessageAction, 'messageAction', ['RESEND', 'SUPPRESS']),
        enumListViolations(DesiredDeliveryMediums, 'desiredDeliveryMediums', ['SMS', 'EMAIL']),
      );
      const pool = await requireUserPool(store, scope, UserPoolId);
      if (given !== undefined) checkPassword(pool, given);
      if (MessageAction === 'RESEND') {
        const { user, password } = await resend(scope, pool, Username, given, nowMs);
        await invite(pool, user, password, DesiredDeliveryMediums, nowMs);
        return { User: renderUser(user) };
      }

      const sub = ids.uuid();
      const name = readNewName(pool, Username, sub);
      const known = { ...name.attributes, ...readAttributes(pool, input.UserAttributes, 'admin') };
      // Nothing changes here: AWS adds no `email_verified` that the request does not have (AWS CLI's example of the operation).
      const attributes = mergeAttributes(known, {});
      for (const contact of ['email', 'phone_number']) {
        if (attributes[`${contact}_verified`] === 'true' && !attributes[contact]) {
          throw invalidParameter(`${contact} is required when ${contact}_verified is true.`);
        }
      }
      const user: PoolUser = {
        username: name.username,
        sub,
        attributes,
        status: 'FORCE_CHANGE_PASSWORD',
        enabled: true,
        createdAtMs: nowMs,
        modifiedAtMs: nowMs,
      };
      const password = given ?? newPassword(pool);
      const taken = pool.usernameAttributes.length > 0 ? name.taken : 'User account already exists';
      await addUser(context, passwords, scope, pool, user, {
        called: Username,
        taken,
        password,
        until: temporaryUntil(pool, nowMs),
        force: input.ForceAliasCreation === true,
      });
      if (MessageAction !== 'SUPPRESS') await invite(pool, user, password, DesiredDeliveryMediums, nowMs);
      return { User: renderUser(user) };
    },
  } satisfies CognitoHandlers;
}
