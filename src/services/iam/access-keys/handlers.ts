import { newSecretAccessKey, uniqueId } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { IamContext } from '../context.ts';
import { type AccessKeyDocument, accessKeys, globalScope, nameId, users } from '../documents/index.ts';
import { accessDenied, noSuchEntity, quotaExceeded, validationError } from '../errors.ts';
import { getUser } from '../find.ts';
import { IAM_LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { IamHandlers } from '../types.ts';
import { userNameOf } from '../users/index.ts';
import type { KeyUses } from './key-uses.ts';

export function accessKeyHandlers(context: IamContext, uses: KeyUses) {
  const { store, randomBytes } = context;
  return {
    async createAccessKey({ UserName }, call) {
      const { scope, nowMs } = call;
      const accessKeyId = uniqueId('AKIA', randomBytes);
      const secretAccessKey = newSecretAccessKey(randomBytes);
      const name = userNameOf(UserName, call);
      const key = await context.change(async (tx) => {
        const user = await getUser(tx, scope.accountId, name);
        if (user.accessKeyIds.length >= IAM_LIMITS.accessKeysPerUser) {
          throw quotaExceeded('AccessKeysPerUser', IAM_LIMITS.accessKeysPerUser);
        }
        const made = {
          accessKeyId,
          secretAccessKey,
          userName: user.name,
          status: 'Active',
          createdAtMs: nowMs,
        } as const;
        const global = globalScope(scope.accountId);
        await tx.put(accessKeys, global, accessKeyId, made, 0);
        await tx.put(users, global, nameId(name), { ...user, accessKeyIds: [...user.accessKeyIds, accessKeyId] });
        return made;
      });
      return { AccessKey: { ...render(key), SecretAccessKey: secretAccessKey } };
    },

    async listAccessKeys(input, call) {
      const { accountId } = call.scope;
      const user = await getUser(store, accountId, userNameOf(input.UserName, call));
      const { items, end } = pageOf(user.accessKeyIds, (id) => id, input);
      const keys = await Promise.all(items.map((id) => getKey(store, accountId, user.name, id)));
      return { AccessKeyMetadata: keys.map(render), ...end };
    },

    async updateAccessKey({ UserName, AccessKeyId, Status }, call) {
      const { accountId } = call.scope;
      const status = readStatus(Status);
      const name = userNameOf(UserName, call);
      await context.change(async (tx) => {
        const key = await getKey(tx, accountId, name, AccessKeyId);
        await tx.put(accessKeys, globalScope(accountId), AccessKeyId, { ...key, status });
      });
      return {};
    },

    async deleteAccessKey({ UserName, AccessKeyId }, call) {
      const { accountId } = call.scope;
      const name = userNameOf(UserName, call);
      await context.change(async (tx) => {
        await getKey(tx, accountId, name, AccessKeyId);
        const user = await getUser(tx, accountId, name);
        const accessKeyIds = user.accessKeyIds.filter((id) => id !== AccessKeyId);
        await tx.put(users, globalScope(accountId), nameId(name), { ...user, accessKeyIds });
        await tx.delete(accessKeys, globalScope(accountId), AccessKeyId);
      });
      return {};
    },

    /** Nobody learns whether a key that is none of the account's is there at all (recorded on AWS). */
    async getAccessKeyLastUsed({ AccessKeyId }, { scope, principal }) {
      const key = await store.get(accessKeys, globalScope(scope.accountId), checkedId(AccessKeyId));
      if (key === undefined) {
        const refusal = `User: ${principal.arn} is not authorized to perform iam:GetAccessKeyLastUsed`;
        throw accessDenied(`${refusal} on resource: access key ${AccessKeyId}`);
      }
      const use = uses.last(AccessKeyId);
      return {
        UserName: key.value.userName,
        AccessKeyLastUsed: use
          ? { LastUsedDate: new Date(use.atMs), ServiceName: use.service, Region: use.region }
          : { ServiceName: 'N/A', Region: 'N/A', LastUsedDate: undefined },
      };
    },
  } satisfies IamHandlers;
}

/** A key of this user and of no other. */
async function getKey(reader: Reader, accountId: string, userName: string, id: string): Promise<AccessKeyDocument> {
  const user = await getUser(reader, accountId, userName);
  const key = user.accessKeyIds.includes(id) ? await reader.get(accessKeys, globalScope(accountId), id) : undefined;
  if (key === undefined) throw missing(id);
  return key.value;
}

function missing(id: string) {
  return noSuchEntity(`The Access Key with id ${id} cannot be found.`);
}

/** What no key can be called becomes an id that is never written. */
function checkedId(id: string): string {
  return /^\w{16,128}$/.test(id) ? id : '/';
}

function readStatus(status: string): AccessKeyDocument['status'] {
  if (status === 'Active' || status === 'Inactive') return status;
  throw validationError(
    `1 validation error detected: Value '${status}' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Expired, Inactive]`,
  );
}

function render({ userName, accessKeyId, status, createdAtMs }: AccessKeyDocument) {
  return { UserName: userName, AccessKeyId: accessKeyId, Status: status, CreateDate: new Date(createdAtMs) };
}
