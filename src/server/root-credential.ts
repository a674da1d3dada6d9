import type { Credential, CredentialSource } from '../control/index.ts';
import type { RootCredentials } from './data-directory/index.ts';

/** Until access control is built, the root user is the only caller there is. */
export function rootCredentialSource(root: RootCredentials, accountId: string): CredentialSource {
  const { accessKeyId, secretAccessKey } = root;
  // What AWS calls the root user: its ARN, and the account's id as its user id (STS API reference, `GetCallerIdentity`).
  const principal = { arn: `arn:aws:iam::${accountId}:root`, accountId, userId: accountId, accessKeyId };
  const credential: Credential = { accessKeyId, secretAccessKey, principal };
  return { find: async (wanted) => (wanted === accessKeyId ? credential : undefined) };
}
