import { type IAM, NoSuchEntityException } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allow, callSigned, createUser, deployWho, iamClient } from '../support/identities.ts';
import { type Key, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { type Sdk, sdk } from '../support/sdk.ts';

// IAM user guide, "Sign in to the AWS Management Console as an IAM user" and "User passwords in AWS"; on two real workers.
const PASSWORD = 'Correct-Horse-1';
let server: Sallyport;
let root: Sdk;
let iam: IAM;
beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  root = sdk(server.controlUrl);
  iam = iamClient(server);
});
afterAll(() => server.stop());

interface SignedIn {
  readonly status: number;
  readonly body: { readonly credentials: Key; readonly message: string };
}

async function signIn(user: string, password = PASSWORD, more: object = {}): Promise<SignedIn> {
  const answer = await fetch(`${server.controlUrl}/_sallyport/console/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: '000000000000', user, password, ...more }),
  });
  const body = (await answer.json()) as Partial<SignedIn['body']>;
  // The SDK takes a text for no time of expiry.
  const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = body.credentials ?? {};
  const key = { accessKeyId, secretAccessKey, sessionToken };
  return { status: answer.status, body: { credentials: key, message: body.message ?? '' } };
}

async function createConsoleUser(...statements: readonly object[]): Promise<string> {
  const { name, accessKeyId } = await createUser(iam, ...statements);
  await iam.deleteAccessKey({ UserName: name, AccessKeyId: accessKeyId });
  await iam.createLoginProfile({ UserName: name, Password: PASSWORD });
  return name;
}

test('who signs in may do what the user may, IAM’s calls too, until the password is taken away', async () => {
  const { url } = await deployWho(server, root);
  const name = await createConsoleUser(allow(['iam:GetUser', 'execute-api:Invoke']));
  const { status, body } = await signIn(name);
  expect(status).toBe(200);
  const his = body.credentials;
  const api = iamClient(server, his);
  expect((await api.getUser({})).User).toMatchObject({ UserName: name, PasswordLastUsed: expect.any(Date) });
  await expect(api.listUsers({})).rejects.toThrow('is not authorized to perform: iam:ListUsers');
  const sts = new STS({ endpoint: server.controlUrl, region: 'us-east-1', credentials: his });
  expect((await sts.getCallerIdentity({})).Arn).toBe(`arn:aws:iam::000000000000:user/${name}`);
  expect((await callSigned(url, his)).status).toBe(200);

  await iam.deleteLoginProfile({ UserName: name });
  await expect(api.getUser({})).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  expect((await callSigned(url, his)).status).toBe(403);
  // Another password opens no session of the one before.
  await iam.createLoginProfile({ UserName: name, Password: PASSWORD });
  await expect(api.getUser({})).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});

test('a session ends with its user, and is none of his successor', async () => {
  const name = await createConsoleUser(allow('iam:GetUser'));
  const api = iamClient(server, (await signIn(name)).body.credentials);
  await api.getUser({});
  await iam.deleteLoginProfile({ UserName: name });
  await iam.deleteUserPolicy({ UserName: name, PolicyName: 'own' });
  await iam.deleteUser({ UserName: name });
  await expect(api.getUser({})).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  expect((await signIn(name)).status).toBe(403);
});

test('a password that must be changed is, by whoever may', async () => {
  const name = await createConsoleUser();
  await iam.updateLoginProfile({ UserName: name, PasswordResetRequired: true });
  expect((await signIn(name)).body.message).toBe('You must change your password to continue.');
  const change = { newPassword: 'Another-Horse-2' };
  expect((await signIn(name, PASSWORD, change)).body.message).toContain(
    'not authorized to perform: iam:ChangePassword',
  );
  await iam.updateAccountPasswordPolicy({ AllowUsersToChangePassword: true, MinimumPasswordLength: 12 });
  expect((await signIn(name, PASSWORD, { newPassword: 'Short-2' })).body.message).toBe(
    'Password does not conform to the account password policy.',
  );
  const { status, body } = await signIn(name, PASSWORD, change);
  expect(status).toBe(200);
  await iamClient(server, body.credentials).changePassword({
    OldPassword: 'Another-Horse-2',
    NewPassword: 'Third-Horse-3',
  });
  expect((await signIn(name, 'Third-Horse-3')).status).toBe(200);
  await iam.deleteAccountPasswordPolicy({});
});

test('a session may not open others that last longer', async () => {
  const name = await createConsoleUser(allow('*'));
  const { credentials } = (await signIn(name)).body;
  const sts = new STS({ endpoint: server.controlUrl, region: 'us-east-1', credentials });
  await expect(sts.getSessionToken({})).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('nothing of a password is in an answer', async () => {
  const name = await createConsoleUser();
  const { LoginProfile } = await iam.getLoginProfile({ UserName: name });
  expect(Object.keys(LoginProfile ?? {}).sort()).toEqual(['CreateDate', 'PasswordResetRequired', 'UserName']);
  await expect(iam.getLoginProfile({ UserName: 'nobody' })).rejects.toBeInstanceOf(NoSuchEntityException);
});
