import type { AccessRules, RandomBytes } from '../../aws/index.ts';
import { createPasswordHasher, FailureTable, type ScryptTerms } from '../../passwords/index.ts';
import type { Store } from '../../store/index.ts';
import { iamAccess } from './access.ts';
import { accessKeyHandlers } from './access-keys/index.ts';
import { createKeyUses, type KeyUses } from './access-keys/key-uses.ts';
import { absentHandlers, accountHandlers, authorizationDetails } from './account/index.ts';
import type { IamContext } from './context.ts';
import { createIdentityDirectory, type IdentityDirectory } from './directory/index.ts';
import { throttling } from './errors.ts';
import { groupHandlers } from './groups/index.ts';
import { IAM_LIMITS } from './limits.ts';
import {
  type ConsoleUsers,
  createConsoleUsers,
  loginProfileHandlers,
  passwordPolicyHandlers,
} from './login-profiles/index.ts';
import { oidcProviderHandlers } from './oidc-providers/index.ts';
import { policyHandlers } from './policies/index.ts';
import { roleHandlers } from './roles/index.ts';
import { simulateHandlers } from './simulate/index.ts';
import type { IamHandlers } from './types.ts';
import { userHandlers } from './users/index.ts';

export interface IamServiceOptions {
  readonly store: Store;
  /** Every account there is, twelve digits each. */
  readonly accountIds: readonly string[];
  /** Random bytes that nobody can guess. */
  readonly randomBytes: RandomBytes;
  /** Of hashes of passwords; weaker ones for tests. */
  readonly passwordTerms?: ScryptTerms;
  /** Told when callers or what they may do have changed; the call that changed them is answered when it resolves. */
  identitiesChanged(): Promise<void>;
}

/** What others ask of IAM within the process, when it is clear that the caller may know. */
export type IamQueries = Required<
  Pick<IamHandlers, 'getUser' | 'getRole' | 'getAccessKeyLastUsed' | 'simulatePrincipalPolicy'>
>;

export interface IamService {
  readonly handlers: IamHandlers;
  readonly queries: IamQueries;
  readonly access: AccessRules;
  readonly directory: IdentityDirectory;
  readonly keyUses: KeyUses;
  /** Who signs in by name and password. */
  readonly consoleUsers: ConsoleUsers;
}

/** The IAM service over a store. */
export function createIamService(options: IamServiceOptions): IamService {
  const { store, randomBytes, passwordTerms } = options;
  const directory = createIdentityDirectory(store, options.accountIds);
  const keyUses = createKeyUses();
  const context: IamContext = {
    store,
    randomBytes,
    hasher: createPasswordHasher({ randomBytes, tooMany: throttling, ...(passwordTerms && { terms: passwordTerms }) }),
    failures: new FailureTable(IAM_LIMITS.guessedNames),
    async change(work) {
      const result = await store.transact(work);
      directory.forget();
      await options.identitiesChanged();
      return result;
    },
  };
  const handlers = {
    ...userHandlers(context),
    ...groupHandlers(context),
    ...roleHandlers(context),
    ...policyHandlers(context),
    ...accessKeyHandlers(context, keyUses),
    ...oidcProviderHandlers(context),
    ...loginProfileHandlers(context),
    ...passwordPolicyHandlers(context),
    ...accountHandlers(context),
    ...authorizationDetails(context),
    ...absentHandlers(context),
    ...simulateHandlers(context),
  };
  return {
    directory,
    keyUses,
    consoleUsers: createConsoleUsers(context, directory, options.accountIds),
    access: iamAccess(store),
    handlers,
    queries: handlers,
  };
}
