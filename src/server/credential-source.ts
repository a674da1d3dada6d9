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

export interface CredentialSources {
  readonly root: RootCredentials;
  readonly accountId: string;
  readonly identities: Pick<IdentityDirectory, 'findKey'>;
  /** Those that STS gave out. */
  readonly sessions: Sessions;
}

/** Everybody who can sign a call: the root user, users by their keys, and whoever has temporary credentials. */
export function createCredentialSource({ root, accountId, identities, sessions }: CredentialSources): CredentialSource {
  // What AWS calls the root user: its ARN, and the account's id as its user id (STS API reference, `GetCallerIdentity`).
  const { accessKeyId: rootId, secretAccessKey } = root;
  const principal = { arn: `arn:aws:iam::${accountId}:root`, accountId, userId: accountId, accessKeyId: rootId };
  const rootCredential: Credential = { accessKeyId: rootId, secretAccessKey, principal, policies: ROOT_POLICIES };
  return {
    async find(accessKeyId, sessionToken) {
      if (accessKeyId === rootId) return rootCredential;
      if (sessionToken !== undefined) {
        const session = await sessions.find(accessKeyId, sessionToken);
        return session && { ...credentialOf(accessKeyId, session), sessionToken };
      }
      const owner = await identities.findKey(accessKeyId);
      return owner && credentialOf(accessKeyId, owner);
    },
  };
}

function credentialOf(accessKeyId: string, owner: KeyOwner): Credential {
  const { caller, secretAccessKey, policies } = owner;
  return { accessKeyId, secretAccessKey, principal: { ...caller, accessKeyId }, policies };
}
