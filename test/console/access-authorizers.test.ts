import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { createApi, invocationUri, known, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const { apis, functions } = sdk(controlUrl);

/** The function of the guide (page apigateway-use-lambda-authorizer), for tokens and for requests. */
async function createFunction(name: string): Promise<string> {
  const source = `exports.handler = async ({ authorizationToken, queryStringParameters, methodArn }) => {
    const said = authorizationToken ?? queryStringParameters.token;
    if (said === 'unauthorized') throw 'Unauthorized';
    const Effect = said === 'allow' ? 'Allow' : 'Deny';
    const Statement = [{ Action: 'execute-api:Invoke', Effect, Resource: methodArn }];
    return { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, context: { tenant: 'blue' } };
  };`;
  const { FunctionArn } = await functions.createFunction({
    FunctionName: name,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/authorizer',
    Code: { ZipFile: createZip({ 'index.js': source }) },
  });
  return known(FunctionArn);
}

test('makes an authorizer of a function, lets it invoke it, tries it, and makes it look at the whole request', async ({
  user,
}) => {
  const { page } = user;
  const functionArn = await createFunction('console-authorizer');
  const { restApiId } = await createApi(sdk(controlUrl), 'authorized-in-console');
  await user.signInAt(`/apis/${restApiId}/authorizers`);
  await page.getByText('No authorizers').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizers-empty');
  await page.getByRole('link', { name: 'Create authorizer' }).first().click();
  await page.getByLabel('Authorizer name').fill('tokens');
  await page.getByRole('combobox', { name: 'Lambda function' }).fill('console-auth');
  await page.getByRole('option', { name: 'console-authorizer' }).first().click();
  await page.getByLabel('Token validation - optional').fill('[');
  await page.getByLabel('Time to live (seconds)').fill('60');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizer-create');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await page.getByText('Invalid identity validation expression specified: [').waitFor();
  expect(await page.getByLabel('Authorizer name').inputValue()).toBe('tokens');
  await page.getByLabel('Token validation - optional').fill('[a-z]+');
  await page.keyboard.press('Enter');
  await page.getByText('tokens was created.').waitFor();
  const { items: [made] = [] } = await apis.getAuthorizers({ restApiId });
  expect(made).toMatchObject({
    name: 'tokens',
    type: 'TOKEN',
    authorizerUri: invocationUri(functionArn),
    identitySource: 'method.request.header.Authorization',
    identityValidationExpression: '[a-z]+',
    authorizerResultTtlInSeconds: 60,
  });
  const { Policy } = await functions.getPolicy({ FunctionName: functionArn });
  expect(Policy).toContain(`${restApiId}/authorizers/${made?.id}`);

  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByLabel('Token (Authorization)').fill('allow');
  await page.keyboard.press('Enter');
  await page.getByText('Known; the policy decides').waitFor();
  await page.getByText('"Effect": "Allow"').waitFor();
  await page.getByRole('cell', { name: 'blue' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizer-test');
  await page.getByLabel('Token (Authorization)').fill('unauthorized');
  await page.keyboard.press('Enter');
  await page.getByText('The client would get 401').waitFor();

  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Edit authorizer details' }).click();
  await page.getByRole('radio', { name: 'Request' }).check();
  await page.getByRole('button', { name: 'Type of identity source 1' }).click();
  await page.getByRole('option', { name: 'Query string' }).click();
  await page.getByLabel('Key of identity source 1').fill('token');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizer-edit');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The authorizer was saved.').waitFor();
  expect(await apis.getAuthorizer({ restApiId, authorizerId: known(made?.id) })).toMatchObject({
    type: 'REQUEST',
    identitySource: 'method.request.querystring.token',
    authorizerResultTtlInSeconds: 60,
  });
  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByLabel('Path and query string').fill('/pets?token=no');
  await page.getByRole('button', { name: 'Test authorizer' }).click();
  await page.getByText('"Effect": "Deny"').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
});

test('makes an authorizer of a user pool, and shows what a token claims', async ({ user }) => {
  const { page } = user;
  const pools = new CognitoIdentityProvider({ endpoint: controlUrl, region: 'us-east-1', credentials, maxAttempts: 1 });
  const { UserPool } = await pools.createUserPool({ PoolName: 'console-people' });
  const UserPoolId = known(UserPool?.Id);
  const { UserPoolClient } = await pools.createUserPoolClient({
    UserPoolId,
    ClientName: 'web',
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  const login = { USERNAME: 'ada', PASSWORD: 'Correct-Horse-1' };
  await pools.adminCreateUser({ UserPoolId, Username: login.USERNAME });
  const password = { UserPoolId, Username: login.USERNAME, Password: login.PASSWORD, Permanent: true };
  await pools.adminSetUserPassword(password);
  const { AuthenticationResult } = await pools.adminInitiateAuth({
    UserPoolId,
    ClientId: known(UserPoolClient?.ClientId),
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: login,
  });

  const { restApiId } = await createApi(sdk(controlUrl), 'pools-in-console');
  await user.signInAt(`/apis/${restApiId}/authorizers/create`);
  await page.getByLabel('Authorizer name').fill('people');
  await page.getByRole('radio', { name: 'Cognito' }).check();
  await page.getByRole('combobox', { name: 'Cognito user pools' }).fill('console');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove console-people' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizer-create-pools');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await page.getByText('people was created.').waitFor();
  const { items: [made] = [] } = await apis.getAuthorizers({ restApiId });
  expect(made).toMatchObject({ type: 'COGNITO_USER_POOLS', providerARNs: [UserPool?.Arn] });

  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByLabel('Token (Authorization)').fill(known(AuthenticationResult?.IdToken));
  await page.getByRole('button', { name: 'Test authorizer' }).click();
  await page.getByRole('row').filter({ hasText: 'cognito:username' }).getByText('ada').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizer-claims');
});

test('says which methods use an authorizer, and deletes it when none does', async ({ user }) => {
  const { page } = user;
  const { restApiId, resourceId } = await createApi(sdk(controlUrl), 'used-in-console');
  const { id: authorizerId } = await apis.createAuthorizer({
    restApiId,
    name: 'used',
    type: 'REQUEST',
    authorizerUri: invocationUri('arn:aws:lambda:us-east-1:000000000000:function:none'),
    identitySource: 'method.request.header.Auth,context.identity.sourceIp',
  });
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'CUSTOM', authorizerId });
  await user.signInAt(`/apis/${restApiId}/authorizers/${authorizerId}?dialog=delete`);
  const dialog = page.getByRole('dialog', { name: 'Delete authorizer' });
  await dialog.getByRole('textbox').fill('used');
  await page.keyboard.press('Enter');
  await dialog.getByText("Cannot delete authorizer 'used', is referenced in method: GET//used-in-console").waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizer-delete');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'GET /used-in-console' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizer');
  await apis.deleteMethod(method);
  await page.getByRole('navigation', { name: 'Side navigation' }).getByRole('link', { name: 'Authorizers' }).click();
  await page.getByRole('row').filter({ hasText: 'used' }).getByRole('radio').check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'authorizers');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('used');
  await page.keyboard.press('Enter');
  await page.getByText('used was deleted.').waitFor();
  expect((await apis.getAuthorizers({ restApiId })).items ?? []).toEqual([]);
});
