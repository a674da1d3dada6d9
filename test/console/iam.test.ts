import { IAM } from '@aws-sdk/client-iam';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { known } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const iam = new IAM({ endpoint: server.controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });
const policy = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Escape');
}

test('makes a user with all he is given, and shows his password once', async ({ user }) => {
  const { page } = user;
  await iam.createGroup({ GroupName: 'developers' });
  await user.signInAt('/iam/users/create');
  await page.getByLabel('User name').fill('carla');
  await page.getByText('Let the user sign in at the console').click();
  await page.getByText('Custom password').click();
  await page.getByLabel('Password', { exact: true }).fill('short');
  await choose(page, 'User groups', 'developers');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search' }).fill('ReadOnly');
  await page.getByRole('checkbox', { name: 'Select arn:aws:iam::aws:policy/ReadOnlyAccess' }).check();
  const unwanted = page.getByRole('checkbox', { name: 'Select arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess' });
  await unwanted.check();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('pets');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-create-user');
  await page.getByRole('button', { name: 'Create user' }).click();
  // The form keeps what it holds, and what is changed in it counts although the user is there by now.
  await page.getByText('Password does not conform to the account password policy.').waitFor();
  await page.getByRole('textbox', { name: 'Path' }).fill('/pets/');
  await unwanted.uncheck();
  await page.getByText('Generated password').click();
  await page.getByRole('button', { name: 'Create user' }).click();
  const dialog = page.getByRole('dialog', { name: 'The password was set' });
  await dialog.getByRole('button', { name: 'Show' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-new-password');
  const file = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download .csv file' }).click();
  expect((await file).suggestedFilename()).toBe('carla_credentials.csv');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'carla', level: 1 }).waitFor();
  const { User } = await iam.getUser({ UserName: 'carla' });
  expect(User).toMatchObject({ Path: '/pets/', Tags: [{ Key: 'team', Value: 'pets' }] });
  expect((await iam.listGroupsForUser({ UserName: 'carla' })).Groups).toMatchObject([{ GroupName: 'developers' }]);
  expect((await iam.listAttachedUserPolicies({ UserName: 'carla' })).AttachedPolicies).toMatchObject([
    { PolicyName: 'ReadOnlyAccess' },
  ]);
  expect((await iam.getLoginProfile({ UserName: 'carla' })).LoginProfile?.PasswordResetRequired).toBe(true);
});

test('attaches, detaches and writes policies of a user', async ({ user }) => {
  const { page } = user;
  await iam.createUser({ UserName: 'dora' });
  await user.signInAt('/iam/users');
  await page.getByRole('link', { name: 'dora' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-users');
  await page.getByRole('link', { name: 'dora' }).click();
  await page.getByRole('button', { name: 'Attach policies' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Attach policies to dora' });
  await dialog.getByRole('checkbox', { name: 'Select arn:aws:iam::aws:policy/AdministratorAccess' }).check();
  await takeScreenshots(page, 'iam-attach');
  await dialog.getByRole('button', { name: 'Attach policies' }).click();
  await page.getByText('1 policy was attached to dora.').waitFor();
  await page.getByRole('radio', { name: 'Select arn:aws:iam::aws:policy/AdministratorAccess' }).check();
  await page.getByRole('button', { name: 'Detach' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Detach' }).click();
  await page.getByText('AdministratorAccess was detached.').waitFor();
  expect((await iam.listAttachedUserPolicies({ UserName: 'dora' })).AttachedPolicies).toEqual([]);

  await page.getByRole('button', { name: 'Create inline policy' }).first().click();
  await page.getByLabel('Policy name').fill('invoke');
  const editor = page.getByRole('textbox', { name: 'Policy document' });
  await editor.fill(
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Alow", "Action": "lambda:Nothing",\n"Resource": "*"}]}',
  );
  await page.getByText('Line 1, column 52: Effect must be Allow or Deny.').waitFor();
  await page.getByText('lambda has no action like lambda:Nothing.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-inline-policy');
  await editor.fill('{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*", "Action": "');
  await page.keyboard.press('End');
  await page.keyboard.type('InvokeFunc');
  await page.getByText('lambda:InvokeFunctionUrl').waitFor();
  await takeScreenshots(page, 'iam-policy-completion');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"}]}');
  await page.getByText('Valid policy').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Policy invoke was saved.').waitFor();
  const { PolicyDocument } = await iam.getUserPolicy({ UserName: 'dora', PolicyName: 'invoke' });
  expect(JSON.parse(decodeURIComponent(known(PolicyDocument)))).toMatchObject({
    Statement: [{ Action: 'lambda:InvokeFunction' }],
  });
  await page.getByRole('button', { name: 'Create inline policy' }).first().click();
  await page.getByLabel('Policy name').fill('invoke');
  await page.getByText('There is an inline policy of this name').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('radio', { name: 'Select invoke' }).check();
  await page.getByRole('button', { name: 'Delete inline policy' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('invoke');
  await page.keyboard.press('Enter');
  await page.getByText('Policy invoke was deleted.').waitFor();
  expect((await iam.listUserPolicies({ UserName: 'dora' })).PolicyNames).toEqual([]);
});

test('makes, turns off and deletes access keys, and deletes a user with all he has', async ({ user }) => {
  const { page } = user;
  await iam.createUser({ UserName: 'erik' });
  await iam.putUserPolicy({ UserName: 'erik', PolicyName: 'own', PolicyDocument: policy('logs:*') });
  await user.signInAt('/iam/users/erik?tab=security');
  await page.getByRole('button', { name: 'Create access key' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create access key' }).click();
  const dialog = page.getByRole('dialog', { name: 'The access key was created' });
  await dialog.getByRole('button', { name: 'Show' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-new-key');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const { AccessKeyMetadata = [] } = await iam.listAccessKeys({ UserName: 'erik' });
  const id = known(AccessKeyMetadata[0]?.AccessKeyId);
  await page.getByRole('radio', { name: `Select ${id}` }).check();
  // Rotation: a new key first, then the old one's end.
  await page.getByRole('button', { name: 'Rotate' }).click();
  await page
    .getByRole('dialog', { name: `Rotate ${id}` })
    .getByRole('button', { name: 'Create access key' })
    .click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('dialog', { name: `Deactivate ${id}` })
    .getByRole('button', { name: 'Deactivate' })
    .click();
  await page.getByText(`${id} is inactive.`).waitFor();
  const { AccessKeyMetadata: both = [] } = await iam.listAccessKeys({ UserName: 'erik' });
  expect(both.map(({ AccessKeyId, Status }) => [AccessKeyId === id, Status]).sort()).toEqual([
    [false, 'Active'],
    [true, 'Inactive'],
  ]);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-credentials');

  await page.getByRole('button', { name: 'Delete access key' }).click();
  await page.getByRole('dialog', { name: 'Delete access key' }).getByRole('textbox').fill(id);
  await page.keyboard.press('Enter');
  await page.getByText(`${id} was deleted.`).waitFor();
  expect((await iam.listAccessKeys({ UserName: 'erik' })).AccessKeyMetadata).toHaveLength(1);

  await page.getByRole('button', { name: 'Delete user' }).click();
  await page.getByRole('dialog').getByText('Access keys: AKIA').waitFor();
  await page.getByRole('dialog').getByText('Inline policies: own').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-delete-user');
  await page.getByRole('dialog').getByRole('textbox').fill('erik');
  await page.keyboard.press('Enter');
  await page.getByText('erik was deleted.').waitFor();
  await expect(iam.getUser({ UserName: 'erik' })).rejects.toThrow('cannot be found');
});

test('makes a group, fills it, renames it, and deletes it with its users in it', async ({ user }) => {
  const { page } = user;
  await iam.createUser({ UserName: 'fred' });
  await user.signInAt('/iam/groups');
  await page.getByRole('button', { name: 'Create group' }).click();
  await page.getByRole('dialog').getByLabel('Group name').fill('readers');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'readers', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Add users' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add users to readers' });
  await dialog.getByRole('button', { name: 'Users Choose users' }).click();
  await page.getByRole('option', { name: 'fred' }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Add users' }).click();
  await page.getByText('1 user was added to readers.').waitFor();
  expect((await iam.getGroup({ GroupName: 'readers' })).Users).toMatchObject([{ UserName: 'fred' }]);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-group');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('New name').fill('lookers');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'lookers', level: 1 }).waitFor();
  expect((await iam.getGroup({ GroupName: 'lookers' })).Users).toMatchObject([{ UserName: 'fred' }]);
  await user.goTo('/iam/groups');
  await page.getByRole('link', { name: 'lookers' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'iam-groups');
  await page.getByRole('radio', { name: 'Select lookers' }).check();
  await page.getByRole('button', { name: 'Delete group' }).click();
  await page.getByRole('dialog').getByText('Users in it: fred').waitFor();
  await page.getByRole('dialog').getByRole('textbox').fill('lookers');
  await page.keyboard.press('Enter');
  await page.getByText('lookers was deleted.').waitFor();
  expect((await iam.listGroupsForUser({ UserName: 'fred' })).Groups).toEqual([]);
});
