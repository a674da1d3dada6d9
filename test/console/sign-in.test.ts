import { IAM } from '@aws-sdk/client-iam';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;

test('says what is wrong with a key', async ({ user }) => {
  const { page } = user;
  await page.goto('/console/');
  await page.getByLabel('Access key ID').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'sign-in');
  await page.getByLabel('Access key ID').fill(credentials.accessKeyId);
  await page.getByLabel('Secret access key').fill('another');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The secret does not belong to this access key').waitFor();
});

test('leads to the page that was asked for, and forgets the key with a reload', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/nowhere?tab=1');
  await page.getByRole('heading', { name: 'Page not found', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Go to the APIs' }).click();
  await page.getByRole('heading', { name: 'APIs', level: 1 }).waitFor();
  expect(await page.evaluate('[sessionStorage.length, ...Object.keys(localStorage)].sort()')).toEqual([
    0,
    'sallyport.region',
  ]);
  await page.reload();
  await page.getByLabel('Access key ID').waitFor();
});

test('signs in a user by his password, who must choose another first', async ({ user }) => {
  const { page } = user;
  const iam = new IAM({ endpoint: controlUrl, region: 'us-east-1', credentials });
  await iam.createUser({ UserName: 'anna' });
  const statement = { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await iam.putUserPolicy({ UserName: 'anna', PolicyName: 'own-password', PolicyDocument });
  await iam.createLoginProfile({ UserName: 'anna', Password: 'First-password-1', PasswordResetRequired: true });
  await page.goto('/console/');
  await page.getByRole('tab', { name: 'Console user' }).click();
  await page.getByLabel('Account ID or alias').fill('000000000000');
  await page.getByLabel('User name').fill('anna');
  await page.getByLabel('Password', { exact: true }).fill('First-password-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Choose a new password').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'new-password');
  await page.getByLabel('New password').fill('Second-password-2');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'anna' }).waitFor();
});

test('tells who comes first how to begin', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/apis');
  await page.getByRole('button', { name: 'Region us-east-1' }).click();
  await page.getByRole('menuitem', { name: 'Europe (Stockholm)' }).click();
  await page.getByText('No APIs in this region yet').waitFor();
  expect(page.url()).toContain('/console/eu-north-1/apis');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'first-run', true);
});

test('shows what a user may not do, with the action that he lacks', async ({ user }) => {
  const iam = new IAM({ endpoint: controlUrl, region: 'us-east-1', credentials });
  await iam.createUser({ UserName: 'console-stranger' });
  const { AccessKey } = await iam.createAccessKey({ UserName: 'console-stranger' });
  await user.signInAt('/apis', {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  });
  const { page } = user;
  await page.getByText('You are not allowed to do this').waitFor();
  await page.getByText('to allow the action apigateway:GET').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'refused');
});

// CSP level 3 and Trusted Types: what a text would need to become markup or script.
test('lets no text become markup or script', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/iam');
  await page.getByRole('heading', { name: 'Page not found', level: 1 }).waitFor();
  const { headers } = await page.evaluate<{ headers: string }>(
    `fetch(location.href).then((answer) => ({ headers: answer.headers.get('content-security-policy') }))`,
  );
  expect(headers).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  // What is tried from here on is told to the browser's console, as it should be.
  page.removeAllListeners('console');
  const tried = (code: string) =>
    page.evaluate<string>(`(() => { try { ${code}; return 'done' } catch (error) { return error.name } })()`);
  expect(await tried("document.createElement('div').innerHTML = '<b>x</b>'")).toBe('TypeError');
  expect(await tried("new DOMParser().parseFromString('<b>x</b>', 'text/html')")).toBe('TypeError');
  expect(await tried("trustedTypes.createPolicy('any', {})")).toBe('TypeError');
});
