import type { Credential, CredentialSource } from '../control/index.ts';
import type { CallerPolicies } from '../model/index.ts';
import type { IdentityDirectory, KeyOwner } from '../services/iam/index.ts';
import type { Sessions } from '../services/sts/index.ts';
import type { RootCredentials } from './data-directory/index.ts';

/** The root user may do everything, whatever policies say of others. */
export const ROOT_POLICIES: CallerPolicies = {
  identity: [
    {
      name: 'the root user',
      document: JSON.stringify({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
      }),
    },
  ],
};

/** The root user of an account. */
export interface AccountRoot {
  readonly accountId: string;
  readonly rootCredentials: RootCredentials;
}

export interface CredentialSources {
  /** Of every account. */
  readonly roots: readonly AccountRoot[];
  readonly identities: Pick<IdentityDirectory, 'findKey'>;
  /** Those that STS gave out. */
  readonly sessions: Sessions;
}

/** Everybody who can sign a call: the root users of the accounts, users by their keys, and whoever has temporary credentials. */
export function createCredentialSource({ roots, identities, sessions }: CredentialSources): CredentialSource {
  const rootsByKey = new Map(roots.map((root) => [root.rootCredentials.accessKeyId, rootCredential(root)]));
  return {
    async find(accessKeyId, sessionToken) {
      const root = rootsByKey.get(accessKeyId);
      if (root !== undefined) return root;
      if (sessionToken !== undefined) {
        const session = await sessions.find(accessKeyId, sessionToken);
        // An account that is no more has no sessions either, whatever their tokens say.
        const isOfOurs = roots.some(({ accountId }) => accountId === session?.caller.accountId);
        return session && isOfOurs ? { ...credentialOf(accessKeyId, session), sessionToken } : undefined;
      }
      const owner = await identities.findKey(accessKeyId);
      return owner && credentialOf(accessKeyId, owner);
    },
  };
}

/** What AWS calls the root user: its ARN, and the account's id as its user id (STS API reference, `GetCallerIdentity`). */
function rootCredential({ accountId, rootCredentials: { accessKeyId, secretAccessKey } }: AccountRoot): Credential {
  const principal = { arn: `arn:aws:iam::${accountId}:root`, accountId, userId: accountId, accessKeyId };
  return { accessKeyId, secretAccessKey, principal, policies: ROOT_POLICIES };
}

function credentialOf(accessKeyId: string, owner: KeyOwner): Credential {
  const { caller, secretAccessKey, policies } = owner;
  return { accessKeyId, secretAccessKey, principal: { ...caller, accessKeyId }, policies };
}
