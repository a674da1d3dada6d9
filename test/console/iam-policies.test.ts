import { IAM } from '@aws-sdk/client-iam';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { known } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const iam = new IAM({ endpoint: server.controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });
const policy = (Action: string, more: object = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }] });

async function createPolicy(PolicyName: string, document: string): Promise<string> {
  return known((await iam.createPolicy({ PolicyName, PolicyDocument: document })).Policy?.Arn);
}

test('writes a policy, changes it and goes back', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/iam/policies');
  await page.getByRole('link', { name: 'AdministratorAccess' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-policies');
  await page.getByRole('button', { name: 'Customer managed' }).click();
  await page.getByRole('link', { name: 'AdministratorAccess' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Create policy' }).first().click();
  await page.getByLabel('Policy name').fill('read-functions');
  const editor = page.getByRole('textbox', { name: 'Policy document' });
  // Nothing is wrong yet with what nobody has written.
  await page.getByText('Write what is allowed between the brackets of Action').waitFor();
  await editor.fill(policy('lambda:Get*'));
  await page.getByRole('button', { name: 'Format' }).click();
  await page.getByText('Valid policy').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-create-policy');
  await page.getByRole('button', { name: 'Create policy' }).click();
  await page.getByRole('heading', { name: 'read-functions', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'Edit' }).click();
  await editor.fill(policy('lambda:List*'));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Version v2 was created.').waitFor();
  const PolicyArn = 'arn:aws:iam::000000000000:policy/read-functions';
  expect((await iam.getPolicy({ PolicyArn })).Policy?.DefaultVersionId).toBe('v2');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-policy');
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('radio', { name: 'Select v1' }).check();
  await page.getByRole('textbox', { name: 'Version v1' }).getByText('lambda:Get*').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-policy-versions');
  await page.getByRole('button', { name: 'Set as default' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Set as default' }).click();
  await page.getByText('Version v1 is in effect now.').waitFor();
  expect((await iam.getPolicy({ PolicyArn })).Policy?.DefaultVersionId).toBe('v1');
});

test('attaches a policy to a role, and deletes it with that', async ({ user }) => {
  const { page } = user;
  const arn = await createPolicy('to-delete', policy('logs:*'));
  await iam.createUser({ UserName: 'gina', PermissionsBoundary: await createPolicy('a-boundary', policy('*')) });
  await user.signInAt(`/iam/policies/details?arn=${encodeURIComponent(arn)}&tab=entities`);
  await page.getByRole('button', { name: 'Attach' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Attach the policy' });
  await dialog.getByRole('button', { name: 'Users, groups and roles' }).click();
  await page.getByRole('option', { name: 'gina' }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Attach' }).click();
  await page.getByRole('link', { name: 'gina' }).waitFor();
  expect((await iam.listEntitiesForPolicy({ PolicyArn: arn })).PolicyUsers).toMatchObject([{ UserName: 'gina' }]);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-policy-entities');
  await page.getByRole('button', { name: 'Delete policy' }).click();
  await page.getByRole('dialog').getByText('Attached to: User gina').waitFor();
  await page.getByRole('dialog').getByRole('textbox').fill('to-delete');
  await page.keyboard.press('Enter');
  await page.getByText('to-delete was deleted.').waitFor();
  await expect(iam.getPolicy({ PolicyArn: arn })).rejects.toThrow('to-delete');
});

test('makes a role that a service may assume, and changes its trust', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/iam/roles/create');
  await page.getByLabel('Role name').fill('worker');
  await page.getByText('AWS account').click();
  await page.getByLabel('External ID').fill('pets');
  await page.getByRole('textbox', { name: 'Trust policy' }).getByText('sts:ExternalId').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-create-role');
  await page.getByRole('button', { name: 'Create role' }).click();
  await page.getByRole('heading', { name: 'worker', level: 1 }).waitFor();
  const { Role } = await iam.getRole({ RoleName: 'worker' });
  expect(decodeURIComponent(known(Role?.AssumeRolePolicyDocument))).toContain('arn:aws:iam::000000000000:root');
  await page.getByRole('button', { name: 'Edit summary' }).click();
  await page.getByLabel('Description').fill('Works by night');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Role worker was saved.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-role');
  await page.getByRole('tab', { name: 'Trust relationships' }).click();
  const trust = page.getByRole('textbox', { name: 'Trust policy' });
  await trust.getByText('sts:ExternalId').waitFor();
  const statement = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  await trust.fill(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The trust policy of worker was saved.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-role-trust');
  await user.goTo('/iam/roles');
  await page.getByRole('row').filter({ hasText: 'worker' }).getByText('lambda.amazonaws.com').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-roles');
  await page.getByRole('radio', { name: 'Select worker' }).check();
  await page.getByRole('button', { name: 'Delete role' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('worker');
  await page.keyboard.press('Enter');
  await page.getByText('worker was deleted.').waitFor();
  await expect(iam.getRole({ RoleName: 'worker' })).rejects.toThrow('cannot be found');
});

test('simulates what policies say to actions', async ({ user }) => {
  const { page } = user;
  await iam.createUser({ UserName: 'hugo' });
  const Condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
  await iam.putUserPolicy({
    UserName: 'hugo',
    PolicyName: 'europe',
    PolicyDocument: policy('lambda:ListFunctions', { Condition }),
  });
  const source = encodeURIComponent('arn:aws:iam::000000000000:user/hugo');
  await user.signInAt(`/iam/policy-simulator?source=${source}&actions=lambda:ListFunctions`);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByPlaceholder('Find actions').fill('CreateUser');
  await page.getByRole('option', { name: 'iam:CreateUser' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Run simulation' }).click();
  await page.getByText('not known: aws:RequestedRegion').first().waitFor();
  await page.getByLabel('aws:RequestedRegion').fill('eu-west-1');
  await page.getByRole('button', { name: 'Run simulation' }).click();
  await page.getByText('europe (inline, of the user), statement at line 1').waitFor();
  await page.getByRole('row', { name: 'lambda:ListFunctions' }).getByText('Allowed').waitFor();
  await page.getByRole('row', { name: 'iam:CreateUser' }).getByText('Implicitly denied').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-simulator');
  // What was found is of the question that was asked, and of no other.
  await page.getByLabel('aws:RequestedRegion').fill('us-east-1');
  await page.getByRole('row', { name: 'lambda:ListFunctions' }).waitFor({ state: 'detached' });
  await page.getByText('Policy written here').click();
  await page.getByText('User, group or role').first().click();
  await page.getByText('Choose a user, group or role').waitFor();
  expect(await page.getByRole('button', { name: 'Run simulation' }).isDisabled()).toBe(true);
});
