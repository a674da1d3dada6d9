import { type Credentials, createAwsClient, post } from '../aws/index.ts';
import type { SignedIn } from './session.tsx';

/**
 * Asks STS whose the credentials are: the one call that nobody may be denied.
 * @throws {AwsError} when they are nobody's
 */
export async function identify(credentials: Credentials, region: string): Promise<SignedIn> {
  const { Account, Arn } = await createAwsClient(credentials, region).call('sts', 'getCallerIdentity', {});
  return { credentials, identity: { account: Account ?? '', arn: Arn ?? '' } };
}

interface ConsoleUser {
  /** Twelve digits, or the account's alias. */
  readonly account: string;
  readonly user: string;
  readonly password: string;
  /** Empty: the password stays. */
  readonly newPassword: string;
}

/**
 * Temporary credentials of a user of IAM for his name and password.
 * @throws {AwsError} `PasswordResetRequiredException` when he must choose another
 */
export async function signInAsUser({ account, user, password, newPassword }: ConsoleUser): Promise<Credentials> {
  const answer = await post<{ readonly credentials: Credentials }>('/_sallyport/console/sign-in', {
    account: account.trim(),
    user: user.trim(),
    password,
    ...(newPassword !== '' && { newPassword }),
  });
  return answer.credentials;
}
