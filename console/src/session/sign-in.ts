import { type Credentials, createAwsClient } from '../aws/index.ts';
import type { SignedIn } from './session.tsx';

/**
 * Asks STS whose the credentials are: the one call that nobody may be denied.
 * @throws {AwsError} when they are nobody's
 */
export async function identify(credentials: Credentials, region: string): Promise<SignedIn> {
  const { Account, Arn } = await createAwsClient(credentials, region).call('sts', 'getCallerIdentity', {});
  return { credentials, identity: { account: Account ?? '', arn: Arn ?? '' } };
}
