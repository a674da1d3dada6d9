import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const client = sdk(controlUrl);
const cognito = new CognitoIdentityProvider({ endpoint: controlUrl, region: 'us-east-1', credentials });

async function makePool(name: string): Promise<{ readonly poolId: string; readonly arn: string }> {
  const { UserPool } = await cognito.createUserPool({ PoolName: name });
  return { poolId: known(UserPool?.Id), arn: known(UserPool?.Arn) };
}

/** `GET /pets` of `prod`, which asks for a token of a pool. */
async function guardPets(restApiId: string, arn: string): Promise<void> {
  const { apis } = client;
  const type = 'COGNITO_USER_POOLS' as const;
  const identitySource = 'method.request.header.Authorization';
  const authorizer = await apis.createAuthorizer({
    restApiId,
    name: 'pool',
    type,
    providerARNs: [arn],
    identitySource,
  });
  const { items = [] } = await apis.getResources({ restApiId });
  await apis.updateMethod({
    restApiId,
    resourceId: known(items.find(({ path }) => path === '/pets')?.id),
    httpMethod: 'GET',
    patchOperations: [
      { op: 'replace', path: '/authorizationType', value: type },
      { op: 'replace', path: '/authorizerId', value: known(authorizer.id) },
    ],
  });
  await apis.createDeployment({ restApiId, stageName: 'prod' });
}

test('makes a pool, tells its issuer, protects it, and deletes it when it is not protected', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/user-pools/create');
  await page.getByLabel('Name', { exact: true }).fill('people/');
  await page.getByRole('radio', { name: 'Their email address' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Symbols' }).uncheck({ force: true });
  await page.getByLabel('App client').fill('web');
  await page.getByRole('button', { name: 'Create user pool' }).click();
  await page.getByText("Value 'people/' at 'poolName'").waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-create');
  await page.getByLabel('Name', { exact: true }).fill('people');
  await page.keyboard.press('Enter');
  await page.getByText('User pool people was created.').waitFor();
  const pools = (await cognito.listUserPools({ MaxResults: 60 })).UserPools ?? [];
  const poolId = known(pools.find(({ Name }) => Name === 'people')?.Id);
  await page.getByText(`/${poolId}/.well-known/jwks.json`).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool');
  await page.getByRole('button', { name: 'Edit user pool details' }).click();
  await page.getByRole('checkbox', { name: 'Deletion protection' }).check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The user pool was saved.').waitFor();
  const { UserPool } = await cognito.describeUserPool({ UserPoolId: poolId });
  expect(UserPool).toMatchObject({
    DeletionProtection: 'ACTIVE',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 8, RequireNumbers: true, RequireSymbols: false } },
  });

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('people');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByText('deletion protection is activated').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Edit user pool details' }).click();
  await page.getByRole('checkbox', { name: 'Deletion protection' }).uncheck({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Deletion protection').first().waitFor();
  await user.goTo('/user-pools?search=people');
  await page.getByRole('row').filter({ hasText: poolId }).getByRole('radio').check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pools');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await dialog.getByRole('textbox').fill('people');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('User pool people was deleted.').waitFor();
  await expect(cognito.describeUserPool({ UserPoolId: poolId })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('makes a user and a group, brings them together, and keeps the user from signing in', async ({ user }) => {
  const { page } = user;
  const { poolId } = await makePool('with-users');
  await user.signInAt(`/user-pools/${poolId}?tab=users`);
  await page.getByText('No users').waitFor();
  await page.getByRole('button', { name: 'Create user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill('anna');
  await dialog.getByRole('textbox', { name: 'Email address' }).fill('anna@example.com');
  await dialog.getByLabel('Password', { exact: true }).fill('weak');
  await dialog.getByRole('button', { name: 'Create user' }).click();
  await dialog.getByText('Password not long enough').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-create-user');
  await dialog.getByLabel('Password', { exact: true }).fill('Correct-Horse-1');
  await page.keyboard.press('Enter');
  await page.getByText('User anna was created.').waitFor();
  await page.getByText('Confirmed').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-users');

  await page.getByRole('tab', { name: 'Groups' }).click();
  await page.getByRole('button', { name: 'Create group' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('admins');
  await dialog.getByLabel('Precedence').fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('Group admins was saved.').waitFor();

  await user.goTo(`/user-pools/${poolId}/users/anna`);
  await page.getByRole('button', { name: 'Edit attributes' }).click();
  // What comes while a form is open is not what the form takes away.
  const UserAttributes = [{ Name: 'nickname', Value: 'Annie' }];
  await cognito.adminUpdateUserAttributes({ UserPoolId: poolId, Username: 'anna', UserAttributes });
  await page.getByRole('button', { name: 'Add to group' }).click();
  await dialog.getByRole('button', { name: 'Group Choose' }).click();
  await page.getByRole('option', { name: 'admins' }).click();
  await dialog.getByRole('button', { name: 'Add to group' }).click();
  await page.getByText('The user was added to admins.').waitFor();
  await page.getByRole('button', { name: 'Add attribute' }).click();
  await page.getByRole('textbox', { name: 'Attribute', exact: true }).last().fill('name');
  await page.getByRole('textbox', { name: 'Value', exact: true }).last().fill('Anna');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The user was saved.').waitFor();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Disable sign-in' }).click();
  await page.getByText('The user can sign in no longer').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-user');
  const { Enabled, UserStatus, ...saved } = await cognito.adminGetUser({ UserPoolId: poolId, Username: 'anna' });
  expect({ Enabled, UserStatus }).toEqual({ Enabled: false, UserStatus: 'CONFIRMED' });
  expect(saved.UserAttributes).toEqual(expect.arrayContaining([{ Name: 'name', Value: 'Anna' }, ...UserAttributes]));

  await user.goTo(`/user-pools/${poolId}?tab=groups`);
  await page.getByRole('row').filter({ hasText: 'admins' }).getByRole('radio').check({ force: true });
  await page.getByRole('link', { name: 'anna' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-groups');
  await page.getByRole('link', { name: 'anna' }).click();
  await page.getByRole('heading', { name: 'anna', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog.getByRole('textbox').fill('anna');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('User anna was deleted.').waitFor();
  expect((await cognito.listUsers({ UserPoolId: poolId })).Users).toEqual([]);
});

test('signs a user in through a client with a secret, for a token that an authorizer takes', async ({ user }) => {
  const { page } = user;
  const { poolId, arn } = await makePool('with-sign-in');
  const restApiId = await deployedPets(client, 'guarded-by-pool');
  await guardPets(restApiId, arn);
  const call = (token: string): Promise<number> =>
    fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/prod/pets`, { headers: { authorization: token } }).then(
      ({ status }) => status,
    );
  const bert = { UserPoolId: poolId, Username: 'bert', TemporaryPassword: 'Temporary-1' };
  await cognito.adminCreateUser({ ...bert, MessageAction: 'SUPPRESS' });

  await user.signInAt(`/user-pools/${poolId}/clients/create`);
  await page.getByLabel('Name', { exact: true }).fill('back end');
  await page.getByRole('checkbox', { name: /^Password(?!,)/ }).uncheck({ force: true });
  await page.getByRole('checkbox', { name: 'Password, sent by a server' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Generate a client secret' }).check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-create-client');
  await page.getByRole('button', { name: 'Create app client' }).click();
  await page.getByText('App client back end was created.').waitFor();
  const [listed] = (await cognito.listUserPoolClients({ UserPoolId: poolId })).UserPoolClients ?? [];
  const ClientId = known(listed?.ClientId);
  const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: poolId, ClientId });
  await page.getByRole('button', { name: 'Show the client secret' }).click();
  await page.getByText(known(UserPoolClient?.ClientSecret)).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-client');

  await page.getByRole('link', { name: 'Try a sign-in' }).click();
  await page.getByLabel('User name').fill('bert');
  await page.getByLabel('Password', { exact: true }).fill('Wrong-Horse-1');
  await page.keyboard.press('Enter');
  await page.getByText('Incorrect username or password.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-sign-in');
  await page.waitForTimeout(100);
  await page.getByLabel('Password', { exact: true }).fill('Temporary-1');
  await page.keyboard.press('Enter');
  await page.getByText('The password was temporary.').waitFor();
  await page.getByLabel('New password').fill('Correct-Horse-1');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy ID token' }).waitFor();
  await page.getByText('cognito:username').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-tokens');
  const token = await page.getByRole('textbox', { name: 'ID token' }).inputValue();
  expect(await call('none')).toBe(401);
  await expect.poll(() => call(token)).toBe(200);
});

test('edits an app client, and deletes it and a group by links that lead straight to the question', async ({
  user,
}) => {
  const { page } = user;
  const { poolId } = await makePool('to-be-emptied');
  const made = await cognito.createUserPoolClient({
    UserPoolId: poolId,
    ClientName: 'web',
    CallbackURLs: ['https://a.b'],
  });
  const ClientId = known(made.UserPoolClient?.ClientId);
  await cognito.createGroup({ UserPoolId: poolId, GroupName: 'testers' });
  await user.signInAt(`/user-pools/${poolId}/clients/${ClientId}`);
  await page.getByRole('button', { name: 'Edit app client details' }).click();
  await page.getByLabel('Access token, in minutes').fill('5');
  await page.keyboard.press('Enter');
  await page.getByText('The app client was saved.').waitFor();
  await page.getByText('Access 5 minutes, ID 60 minutes, refresh 30 days').waitFor();
  const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: poolId, ClientId });
  expect(UserPoolClient).toMatchObject({ AccessTokenValidity: 5, CallbackURLs: ['https://a.b'] });

  const dialog = page.getByRole('dialog');
  await user.goTo(`/user-pools/${poolId}/clients/${ClientId}?dialog=delete`);
  await dialog.getByRole('textbox').fill('web');
  await page.keyboard.press('Enter');
  await page.getByText('App client web was deleted.').waitFor();
  await page.getByText('No app clients').waitFor();
  await user.goTo(`/user-pools/${poolId}?tab=groups&selected=testers&dialog=delete-group`);
  await dialog.getByRole('textbox').fill('testers');
  await page.keyboard.press('Enter');
  await page.getByText('Group testers was deleted.').waitFor();
  expect((await cognito.listGroups({ UserPoolId: poolId })).Groups).toEqual([]);
});

test('gives a pool a domain and scopes, and a client tokens for them without a user', async ({ user }) => {
  const { page } = user;
  const { poolId } = await makePool('with-scopes');
  const made = { UserPoolId: poolId, ClientName: 'batch', GenerateSecret: true };
  const { UserPoolClient } = await cognito.createUserPoolClient(made);
  const clientId = known(UserPoolClient?.ClientId);
  await user.signInAt(`/user-pools/${poolId}?tab=scopes`);
  await page.getByText('No resource servers').waitFor();
  await page.getByRole('button', { name: 'Create domain' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Domain prefix').fill('my-cognito');
  await page.keyboard.press('Enter');
  await dialog.getByText('Domain cannot contain reserved word: cognito').waitFor();
  await dialog.getByLabel('Domain prefix').fill('scoped-people');
  await page.keyboard.press('Enter');
  await page.getByText('The domain was created.').waitFor();
  await page.getByText('http://scoped-people.auth.us-east-1.').waitFor();

  await page.getByRole('button', { name: 'Create resource server' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Orders');
  await dialog.getByLabel('Identifier').fill('orders');
  await dialog.getByRole('button', { name: 'Add scope' }).click();
  await dialog.getByLabel('Name of scope 1').fill('read');
  await dialog.getByLabel('Description of read').fill('See orders');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-resource-server');
  await dialog.getByRole('button', { name: 'Create resource server' }).click();
  await page.getByText('Resource server Orders was saved.').waitFor();
  await page.getByRole('gridcell', { name: 'orders/read' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-scopes');

  await user.goTo(`/user-pools/${poolId}/clients/${clientId}`);
  await page.getByRole('button', { name: /^Edit access of its own$/i }).click();
  await page.getByRole('button', { name: /^Scopes/ }).click();
  await page.getByRole('option', { name: 'orders/read' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The scopes of the app client were saved.').waitFor();
  await page.getByText(`curl -u ${clientId} `).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'user-pool-client');
  const answer = await fetch(`${controlUrl}/${poolId}/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${UserPoolClient?.ClientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'orders/read' }),
  });
  expect(await answer.json()).toMatchObject({ token_type: 'Bearer' });

  await user.goTo(`/user-pools/${poolId}?tab=scopes&selected=orders&dialog=delete-server`);
  await dialog.getByRole('textbox').fill('Orders');
  await page.keyboard.press('Enter');
  await page.getByText('Resource server Orders was deleted.').waitFor();
  await page.getByRole('button', { name: 'Delete domain' }).click();
  await dialog.getByRole('textbox').fill('scoped-people');
  await page.keyboard.press('Enter');
  await page.getByText('The domain was deleted.').waitFor();
  expect((await cognito.listResourceServers({ UserPoolId: poolId, MaxResults: 50 })).ResourceServers).toEqual([]);
  expect((await cognito.describeUserPool({ UserPoolId: poolId })).UserPool?.Domain).toBeUndefined();
});
