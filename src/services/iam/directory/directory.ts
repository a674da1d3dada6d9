import type { CallerPolicies, PolicyText } from '../../../model/index.ts';
import type { Caller } from '../../../policy/index.ts';
import type { Store } from '../../../store/index.ts';
import { entityArn, parseIamArn } from '../arn.ts';
import {
  accessKeys,
  globalScope,
  loginProfiles,
  nameId,
  oidcProviders,
  type RoleDocument,
  roles,
  type UserDocument,
  users,
} from '../documents/index.ts';
import { findPolicyText } from '../find.ts';
import { policiesOfRole, policiesOfUser } from './policies-of.ts';

/** A user with what he may do now. */
export interface UserFacts {
  readonly caller: Caller;
  readonly policies: CallerPolicies;
  /** Of who can sign in to the console. */
  readonly loginProfileId?: string;
}

/** The owner of an access key that is active. */
export interface KeyOwner extends UserFacts {
  readonly secretAccessKey: string;
}

/** A role with what it may do now. */
export interface RoleFacts {
  readonly arn: string;
  readonly accountId: string;
  readonly roleName: string;
  /** `AROA...` */
  readonly roleId: string;
  /** JSON text. */
  readonly trustPolicy: string;
  readonly maxSessionSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly policies: CallerPolicies;
}

/** Answers from memory until anything changes; what it gives is the same object as long. */
export interface IdentityDirectory {
  /** Undefined for a key that nobody has, or that is inactive. */
  findKey(accessKeyId: string): Promise<KeyOwner | undefined>;
  findUser(accountId: string, userName: string): Promise<UserFacts | undefined>;
  findRole(roleArn: string): Promise<RoleFacts | undefined>;
  /** A managed policy, of AWS or of the account. */
  findPolicy(accountId: string, arn: string): Promise<PolicyText | undefined>;
  /** @param url without its scheme */
  findOidcProvider(accountId: string, url: string): Promise<{ readonly clientIds: readonly string[] } | undefined>;
  /** Reads everything anew from now on. */
  forget(): void;
}

/** @param accountIds every account there is; identities of others are nobody's */
export function createIdentityDirectory(store: Store, accountIds: readonly string[]): IdentityDirectory {
  const known = new Map<string, Promise<unknown>>();

  /** What cannot be read is asked for again; what is not there is remembered only where its name cannot be made up. */
  function remember<T>(id: string, read: () => Promise<T | undefined>): Promise<T | undefined> {
    const found = known.get(id) as Promise<T | undefined> | undefined;
    if (found !== undefined) return found;
    const reading = read();
    known.set(id, reading);
    const drop = () => {
      if (known.get(id) === reading) known.delete(id);
    };
    reading.then((value) => value === undefined && drop(), drop);
    return reading;
  }

  async function readUser(accountId: string, userName: string): Promise<UserFacts | undefined> {
    const user = (await store.get(users, globalScope(accountId), nameId(userName)))?.value;
    if (user === undefined) return undefined;
    const profile = (await store.get(loginProfiles, globalScope(accountId), nameId(userName)))?.value;
    const policies = await policiesOfUser(store, accountId, user);
    return { caller: callerOf(accountId, user), policies, ...(profile && { loginProfileId: profile.id }) };
  }

  const findUser = (accountId: string, userName: string) =>
    remember(`user/${accountId}/${nameId(userName)}`, () => readUser(accountId, userName));

  async function readKey(accountId: string, accessKeyId: string): Promise<KeyOwner | undefined> {
    const key = (await store.get(accessKeys, globalScope(accountId), accessKeyId))?.value;
    if (key?.status !== 'Active') return undefined;
    const owner = await findUser(accountId, key.userName);
    return owner && { ...owner, secretAccessKey: key.secretAccessKey };
  }

  return {
    findUser,
    findKey: (accessKeyId) =>
      remember(`key/${accessKeyId}`, async () => {
        if (!/^\w{16,128}$/.test(accessKeyId)) return undefined;
        for (const accountId of accountIds) {
          const owner = await readKey(accountId, accessKeyId);
          if (owner !== undefined) return owner;
        }
        return undefined;
      }),
    findRole: (roleArn) =>
      remember(`role/${roleArn}`, async () => {
        const parsed = parseIamArn(roleArn);
        if (parsed?.type !== 'role' || !accountIds.includes(parsed.accountId)) return undefined;
        const { accountId, name } = parsed;
        const role = (await store.get(roles, globalScope(accountId), nameId(name)))?.value;
        if (role === undefined || entityArn(accountId, 'role', role) !== roleArn) return undefined;
        return factsOf(accountId, role, await policiesOfRole(store, accountId, role));
      }),
    async findPolicy(accountId, arn) {
      const document = await findPolicyText(store, accountId, arn);
      return document === undefined ? undefined : { name: arn, document };
    },
    findOidcProvider: async (accountId, url) =>
      url === '' || url.length > 255 ? undefined : (await store.get(oidcProviders, globalScope(accountId), url))?.value,
    forget: () => known.clear(),
  };
}

function callerOf(accountId: string, user: UserDocument): Caller {
  const arn = entityArn(accountId, 'user', user);
  return { arn, accountId, userId: user.id, userName: user.name, tags: user.tags };
}

function factsOf(accountId: string, role: RoleDocument, policies: CallerPolicies): RoleFacts {
  const { name: roleName, id: roleId, trustPolicy, maxSessionSeconds, tags } = role;
  const arn = entityArn(accountId, 'role', role);
  return { arn, accountId, roleName, roleId, trustPolicy, maxSessionSeconds, tags, policies };
}
