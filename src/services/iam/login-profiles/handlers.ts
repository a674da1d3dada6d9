import type { IamContext } from '../context.ts';
import { globalScope, type LoginProfileDocument, loginProfiles, nameId } from '../documents/index.ts';
import { alreadyExists, invalidUserType, throttling, validationError } from '../errors.ts';
import { getUser } from '../find.ts';
import type { IamHandlers } from '../types.ts';
import { userNameOf } from '../users/self.ts';
import { guessedName } from './guessed-name.ts';
import {
  acceptPassword,
  changeOwnPassword,
  getProfile,
  putProfile,
  withPassword,
  wrongOldPassword,
} from './profiles.ts';

export function loginProfileHandlers(context: IamContext) {
  const { store, hasher, failures, randomBytes } = context;
  return {
    async createLoginProfile({ UserName, Password, PasswordResetRequired = false }, call) {
      const { scope, nowMs } = call;
      const name = userNameOf(UserName, call);
      if (Password === undefined) {
        throw validationError(
          "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
        );
      }
      await getUser(store, scope.accountId, name);
      const hash = await acceptPassword(context, scope.accountId, Password);
      const profile = await context.change(async (tx) => {
        const user = await getUser(tx, scope.accountId, name);
        if (await tx.get(loginProfiles, globalScope(scope.accountId), nameId(name))) {
          throw alreadyExists(`Login Profile for user ${user.name} already exists.`);
        }
        const made: LoginProfileDocument = {
          id: Buffer.from(randomBytes(12)).toString('hex'),
          userName: user.name,
          hash,
          previousHashes: [],
          passwordResetRequired: PasswordResetRequired,
          createdAtMs: nowMs,
          changedAtMs: nowMs,
        };
        await putProfile(tx, scope.accountId, made);
        return made;
      });
      return { LoginProfile: render(profile) };
    },

    async getLoginProfile({ UserName }, call) {
      return { LoginProfile: render(await getProfile(store, call.scope.accountId, userNameOf(UserName, call))) };
    },

    async updateLoginProfile({ UserName, Password, PasswordResetRequired }, { scope, nowMs }) {
      await getProfile(store, scope.accountId, UserName);
      const hash = Password === undefined ? undefined : await acceptPassword(context, scope.accountId, Password);
      await context.change(async (tx) => {
        const profile = await getProfile(tx, scope.accountId, UserName);
        const changed = hash === undefined ? profile : withPassword(profile, hash, nowMs);
        const passwordResetRequired = PasswordResetRequired ?? profile.passwordResetRequired;
        await putProfile(tx, scope.accountId, { ...changed, passwordResetRequired });
      });
      return {};
    },

    async deleteLoginProfile({ UserName }, call) {
      const { accountId } = call.scope;
      const name = userNameOf(UserName, call);
      await context.change(async (tx) => {
        await getProfile(tx, accountId, name);
        await tx.delete(loginProfiles, globalScope(accountId), nameId(name));
      });
      return {};
    },

    async changePassword({ OldPassword, NewPassword }, { scope: { accountId }, principal, nowMs }) {
      const { userName } = principal;
      if (userName === undefined) throw invalidUserType('Only IAM Users can change their own password');
      const profile = await getProfile(store, accountId, userName);
      if (failures.begin(guessedName(accountId, userName), nowMs) > 0) throw throttling();
      if (!(await hasher.matches(OldPassword, profile.hash))) throw wrongOldPassword();
      failures.succeeded(guessedName(accountId, userName));
      await changeOwnPassword(context, accountId, profile, NewPassword, nowMs);
      return {};
    },
  } satisfies IamHandlers;
}

function render({ userName, createdAtMs, passwordResetRequired }: LoginProfileDocument) {
  return { UserName: userName, CreateDate: new Date(createdAtMs), PasswordResetRequired: passwordResetRequired };
}
