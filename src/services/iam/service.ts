import type { AccessRules, RandomBytes } from '../../aws/index.ts';
import type { Store } from '../../store/index.ts';
import { iamAccess } from './access.ts';
import { accessKeyHandlers } from './access-keys/index.ts';
import { createKeyUses, type KeyUses } from './access-keys/key-uses.ts';
import { absentHandlers, accountHandlers, authorizationDetails } from './account/index.ts';
import type { IamContext } from './context.ts';
import { createIdentityDirectory, type IdentityDirectory } from './directory/index.ts';
import { groupHandlers } from './groups/index.ts';
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
  /** Told when callers or what they may do have changed; the call that changed them is answered when it resolves. */
  identitiesChanged(): Promise<void>;
}

export interface IamService {
  readonly handlers: IamHandlers;
  readonly access: AccessRules;
  readonly directory: IdentityDirectory;
  readonly keyUses: KeyUses;
}

/** The IAM service over a store. */
export function createIamService(options: IamServiceOptions): IamService {
  const { store, randomBytes } = options;
  const directory = createIdentityDirectory(store, options.accountIds);
  const keyUses = createKeyUses();
  const context: IamContext = {
    store,
    randomBytes,
    async change(work) {
      const result = await store.transact(work);
      directory.forget();
      await options.identitiesChanged();
      return result;
    },
  };
  return {
    directory,
    keyUses,
    access: iamAccess(store),
    handlers: {
      ...userHandlers(context),
      ...groupHandlers(context),
      ...roleHandlers(context),
      ...policyHandlers(context),
      ...accessKeyHandlers(context, keyUses),
      ...oidcProviderHandlers(context),
      ...accountHandlers(context),
      ...authorizationDetails(context),
      ...absentHandlers(context),
      ...simulateHandlers(context),
    },
  };
}
