import { IAM } from '@aws-sdk/client-iam';
import { expect } from 'vitest';
import { credentials, type Key } from '../support/sallyport.ts';
import { known } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const iam = new IAM({ endpoint: server.controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });

/** A user who may do some actions, with an access key. */
async function createUser(UserName: string, Action: readonly string[]): Promise<Key> {
  await iam.createUser({ UserName });
  const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.putUserPolicy({ UserName, PolicyName: 'own', PolicyDocument });
  const { AccessKeyId, SecretAccessKey } = known((await iam.createAccessKey({ UserName })).AccessKey);
  return { accessKeyId: known(AccessKeyId), secretAccessKey: known(SecretAccessKey) };
}

test('names the account and sets rules for passwords', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/iam/account');
  await page.getByRole('button', { name: 'Edit account' }).click();
  await page.getByLabel('Account alias').fill('No good name');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('failed to satisfy constraint').waitFor();
  await page.getByLabel('Account alias').fill('pet-shop');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The account is called pet-shop now.').waitFor();
  expect((await iam.listAccountAliases({})).AccountAliases).toEqual(['pet-shop']);
  await page.getByRole('button', { name: 'Edit password policy' }).click();
  await page.getByLabel('Minimum length').fill('12');
  await page.getByText('At least one number').click();
  await page.getByLabel('Expires after days').fill('90');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-password-policy');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The password policy was saved.').waitFor();
  expect((await iam.getAccountPasswordPolicy({})).PasswordPolicy).toMatchObject({
    MinimumPasswordLength: 12,
    RequireNumbers: true,
    RequireSymbols: false,
    MaxPasswordAge: 90,
  });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-account');
  await page.getByRole('button', { name: 'Use the standard rules' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use the standard rules' }).click();
  await page.getByText('Three of: upper-case letters').waitFor();
  await expect(iam.getAccountPasswordPolicy({})).rejects.toThrow('cannot be found');
});

test('adds an identity provider and changes its audiences', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/iam/identity-providers');
  await page.getByText('No identity providers yet').waitFor();
  await page.getByRole('button', { name: 'Add provider' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add provider' });
  await dialog.getByLabel('Provider URL').fill('https://idp.example/realm');
  await dialog.getByLabel('Audiences').fill('shop\nother');
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await page.getByRole('heading', { name: 'idp.example/realm', level: 1 }).waitFor();
  await page.getByLabel('Audiences').fill('shop\nadmin');
  await page.getByRole('button', { name: 'Save changes' }).first().click();
  await page.getByText('The provider was saved.').waitFor();
  const OpenIDConnectProviderArn = 'arn:aws:iam::000000000000:oidc-provider/idp.example/realm';
  expect((await iam.getOpenIDConnectProvider({ OpenIDConnectProviderArn })).ClientIDList).toEqual(['shop', 'admin']);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-provider');
  await user.goTo('/iam/identity-providers');
  await page.getByRole('link', { name: 'idp.example/realm' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-providers');
  await page.getByRole('radio', { name: `Select ${OpenIDConnectProviderArn}` }).check();
  await page.getByRole('button', { name: 'Delete provider' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('idp.example/realm');
  await page.keyboard.press('Enter');
  await page.getByText('No identity providers yet').waitFor();
  expect((await iam.listOpenIDConnectProviders({})).OpenIDConnectProviderList).toEqual([]);
});

test('lets a user change his own password and keys, and tells him what he may not do', async ({ user }) => {
  const { page } = user;
  const own = ['iam:ChangePassword', 'iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed', 'iam:CreateAccessKey'];
  const key = await createUser('iris', own);
  await iam.createLoginProfile({ UserName: 'iris', Password: 'First-password-1' });
  await user.signInAt('/iam/users', key);
  await page.getByText('allow the action iam:ListUsers').waitFor();
  await page.getByRole('button', { name: 'iris' }).click();
  await page.getByRole('menuitem', { name: 'Security credentials' }).click();
  await page.getByRole('heading', { name: 'My security credentials', level: 1 }).waitFor();
  await page.getByText(key.accessKeyId).waitFor();
  await page.getByLabel('Current password').fill('First-password-1');
  await page.getByLabel('New password', { exact: true }).fill('Second-password-2');
  await page.getByLabel('New password again').fill('Second-password-3');
  await page.getByText('This is another one.').waitFor();
  await page.getByLabel('New password again').fill('Second-password-2');
  await page.keyboard.press('Enter');
  await page.getByText('Your password was changed.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-own-credentials');
  await page.getByRole('radio', { name: `Select ${key.accessKeyId}` }).check();
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await page.getByText('allow the action iam:UpdateAccessKey').waitFor();
});
