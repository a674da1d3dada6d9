import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import {
  AuthenticationDetails,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OidcIssuer, startOidcIssuer } from '../support/oidc-issuer.ts';
import { credentials, type Sallyport, startSallyport } from '../support/sallyport.ts';
import { createApi, known, type Sdk, sdk } from '../support/sdk.ts';

// Amazon's own library for browsers, the JavaScript SDK and a certified issuer of OpenID Connect, against two real workers.
const OUTSIDE = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Outside';
const PASSWORD = 'Correct-Horse-1';
let issuer: OidcIssuer;
let server: Sallyport;
let client: Sdk;
let pools: CognitoIdentityProvider;
let poolId: string;
let clientId: string;
/** `/id` wants an ID token, `/access` an access token with the scope `pets/read`. */
let urls: { readonly id: string; readonly access: string };

beforeAll(async () => {
  issuer = await startOidcIssuer();
  const issuers = `${OUTSIDE}=${issuer.url}`;
  const flags = ['--ephemeral', '--workers', '2', '--max-workers', '2', '--code-delivery', 'log'];
  server = await startSallyport([...flags, '--user-pool-issuers', issuers]);
  client = sdk(server.controlUrl);
  pools = new CognitoIdentityProvider({
    endpoint: server.controlUrl,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
  const { UserPool } = await pools.createUserPool({ PoolName: 'people', AutoVerifiedAttributes: ['email'] });
  poolId = known(UserPool?.Id);
  const { UserPoolClient } = await pools.createUserPoolClient({
    UserPoolId: poolId,
    ClientName: 'web',
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'],
  });
  clientId = known(UserPoolClient?.ClientId);
  urls = await deploy([known(UserPool?.Arn), OUTSIDE]);
});
afterAll(async () => {
  await server.stop();
  await issuer.close();
});

async function deploy(providerARNs: string[]) {
  const { restApiId, resourceId } = await createApi(client, 'id');
  const { id: authorizerId } = await client.apis.createAuthorizer({
    restApiId,
    name: 'people',
    type: 'COGNITO_USER_POOLS',
    providerARNs,
    identitySource: 'method.request.header.Authorization',
  });
  const { parentId } = await client.apis.getResource({ restApiId, resourceId });
  const access = await client.apis.createResource({ restApiId, parentId: known(parentId), pathPart: 'access' });
  const methods = [
    { resourceId, authorizationScopes: [] },
    { resourceId: known(access.id), authorizationScopes: ['pets/read', 'aws.cognito.signin.user.admin'] },
  ];
  for (const { authorizationScopes, ...of } of methods) {
    const method = { restApiId, ...of, httpMethod: 'GET' };
    await client.apis.putMethod({
      ...method,
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId,
      ...(authorizationScopes.length > 0 && { authorizationScopes }),
    });
    const requestTemplates = { 'application/json': '{"statusCode": 200}' };
    await client.apis.putIntegration({ ...method, type: 'MOCK', requestTemplates });
    await client.apis.putMethodResponse({ ...method, statusCode: '200' });
    const responseTemplates = { 'application/json': '$context.authorizer.claims.sub' };
    await client.apis.putIntegrationResponse({ ...method, statusCode: '200', responseTemplates });
  }
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  const base = `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev`;
  return { id: `${base}/id`, access: `${base}/access` };
}

/** A connection of its own each time, so that both workers serve some. */
async function get(url: string, token: string) {
  const response = await fetch(url, { headers: { connection: 'close', authorization: token } });
  return { status: response.status, body: await response.text() };
}

async function everyWorker(url: string, token: string) {
  const answers = await Promise.all(Array.from({ length: 8 }, () => get(url, token)));
  return [...new Set(answers.map(({ status, body }) => `${status} ${body}`))];
}

describe('amazon-cognito-identity-js', () => {
  const library = () => new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint: server.controlUrl });
  const userOf = (Username: string) => new CognitoUser({ Username, Pool: library() });
  const done = (resolve: () => void, reject: (error: Error) => void) => (error?: Error | null) =>
    error ? reject(error) : resolve();

  async function signUp(name: string): Promise<void> {
    const email = new CognitoUserAttribute({ Name: 'email', Value: `${name}@example.com` });
    await new Promise<void>((resolve, reject) => library().signUp(name, PASSWORD, [email], [], done(resolve, reject)));
    const codes = [...server.output().matchAll(/Your confirmation code is (\d{6})/g)];
    const code = known(codes.at(-1)?.[1]);
    await new Promise<void>((resolve, reject) =>
      userOf(name).confirmRegistration(code, false, (error) => done(resolve, reject)(error)),
    );
  }

  /** By SRP, which is all that the library does unasked. */
  function signIn(user: CognitoUser, password = PASSWORD): Promise<CognitoUserSession> {
    const details = new AuthenticationDetails({ Username: user.getUsername(), Password: password });
    return new Promise((onSuccess, onFailure) => user.authenticateUser(details, { onSuccess, onFailure }));
  }

  test('signs a user up and in, who then may call a method on every worker', async () => {
    await signUp('anna');
    const session = await signIn(userOf('anna'));
    const sub = session.getIdToken().payload.sub;
    expect(await everyWorker(urls.id, session.getIdToken().getJwtToken())).toEqual([`200 ${sub}`]);
    expect(await everyWorker(urls.access, session.getAccessToken().getJwtToken())).toEqual([`200 ${sub}`]);
    expect((await get(urls.id, session.getAccessToken().getJwtToken())).status).toBe(401);
    expect((await get(urls.access, session.getIdToken().getJwtToken())).status).toBe(401);
  });

  test('hears of a wrong password, refreshes, changes its password and signs out everywhere', async () => {
    await signUp('berta');
    const user = userOf('berta');
    const wrong = { code: 'NotAuthorizedException', message: 'Incorrect username or password.' };
    await expect(signIn(user, 'Wrong-Horse-1')).rejects.toMatchObject(wrong);
    const session = await signIn(user);
    const token = new CognitoRefreshToken({ RefreshToken: session.getRefreshToken().getToken() });
    const refresh = () =>
      new Promise<CognitoUserSession>((resolve, reject) =>
        user.refreshSession(token, (error, fresh) => (error ? reject(error) : resolve(fresh))),
      );
    expect((await refresh()).getIdToken().payload.sub).toBe(session.getIdToken().payload.sub);
    await new Promise<void>((resolve, reject) =>
      user.changePassword(PASSWORD, 'Another-Horse-1', done(resolve, reject)),
    );
    await signIn(user, 'Another-Horse-1');
    const stolen = new CognitoRefreshToken({ RefreshToken: token.getToken() });
    await new Promise<void>((resolve, reject) => user.globalSignOut({ onSuccess: () => resolve(), onFailure: reject }));
    await expect(
      new Promise((resolve, reject) =>
        user.refreshSession(stolen, (error, fresh) => (error ? reject(error) : resolve(fresh))),
      ),
    ).rejects.toMatchObject({ code: 'NotAuthorizedException', message: 'Refresh Token has been revoked' });
  });
});

test('a machine gets a token by client_credentials, with the scope that a method wants', async () => {
  await pools.createUserPoolDomain({ UserPoolId: poolId, Domain: 'people' });
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'read' }];
  await pools.createResourceServer({ UserPoolId: poolId, Identifier: 'pets', Name: 'Pets', Scopes });
  const { UserPoolClient } = await pools.createUserPoolClient({
    UserPoolId: poolId,
    ClientName: 'machine',
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['pets/read'],
  });
  const secret = `${UserPoolClient?.ClientId}:${UserPoolClient?.ClientSecret}`;
  const discovery = await fetch(`${server.controlUrl}/${poolId}/.well-known/openid-configuration`);
  const { token_endpoint: endpoint, issuer: named } = (await discovery.json()) as Record<string, string>;
  expect(named).toBe(`${server.controlUrl}/${poolId}`);
  const answer = await fetch(known(endpoint), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(secret).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as Record<string, string>;
  expect(await everyWorker(urls.access, known(token))).toEqual([`200 ${UserPoolClient?.ClientId}`]);
  expect((await get(urls.id, known(token))).status).toBe(401);
});

test.each(['here', 'amazon'])('an HTTP API takes a pool by the issuer that it has %s (D97)', async (where) => {
  const { ApiId = '' } = await client.v2.createApi({ Name: 'people', ProtocolType: 'HTTP' });
  const Issuer =
    where === 'here' ? `${server.controlUrl}/${poolId}` : `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`;
  const { AuthorizerId } = await client.v2.createAuthorizer({
    ApiId,
    Name: 'people',
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer, Audience: [clientId] },
  });
  const { IntegrationId } = await client.v2.createIntegration({
    ApiId,
    IntegrationType: 'HTTP_PROXY',
    IntegrationMethod: 'GET',
    IntegrationUri: `${issuer.url}/.well-known/openid-configuration`,
    PayloadFormatVersion: '1.0',
  });
  const Target = `integrations/${IntegrationId}`;
  await client.v2.createRoute({ ApiId, RouteKey: 'GET /a', Target, AuthorizationType: 'JWT', AuthorizerId });
  await client.v2.createStage({ ApiId, StageName: '$default', AutoDeploy: true });
  const name = `http-${where}`;
  await pools.adminCreateUser({ UserPoolId: poolId, Username: name, MessageAction: 'SUPPRESS' });
  await pools.adminSetUserPassword({ UserPoolId: poolId, Username: name, Password: PASSWORD, Permanent: true });
  const { AuthenticationResult } = await pools.adminInitiateAuth({
    UserPoolId: poolId,
    ClientId: clientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: name, PASSWORD },
  });
  const url = `${server.gatewayUrl}/_aws/execute-api/${ApiId}/$default/a`;
  expect((await get(url, known(AuthenticationResult?.IdToken))).status).toBe(200);
  expect((await get(url, `${AuthenticationResult?.IdToken}x`)).status).toBe(401);
});

test('oidc-provider signs a user in who then may call a method: any issuer can stand for a pool (D96)', async () => {
  const { idToken, accessToken } = await issuer.signIn('carla');
  expect(await everyWorker(urls.id, idToken)).toEqual(['200 carla']);
  expect(await everyWorker(urls.access, accessToken)).toEqual(['200 carla']);
  expect((await get(urls.id, accessToken)).status).toBe(401);
  const [header, , signature] = idToken.split('.');
  const forged = Buffer.from(JSON.stringify({ iss: issuer.url, sub: 'root', aud: 'web', exp: 9e9 })).toString(
    'base64url',
  );
  expect((await get(urls.id, `${header}.${forged}.${signature}`)).status).toBe(401);
});

test('a pool that is deleted opens nothing to whoever comes with its tokens', async () => {
  const { UserPool } = await pools.createUserPool({ PoolName: 'short' });
  const UserPoolId = known(UserPool?.Id);
  const gone = await deploy([known(UserPool?.Arn)]);
  const { UserPoolClient } = await pools.createUserPoolClient({
    UserPoolId,
    ClientName: 'web',
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
  });
  await pools.adminCreateUser({ UserPoolId, Username: 'dora', MessageAction: 'SUPPRESS' });
  await pools.adminSetUserPassword({ UserPoolId, Username: 'dora', Password: PASSWORD, Permanent: true });
  const { AuthenticationResult } = await pools.adminInitiateAuth({
    UserPoolId,
    ClientId: known(UserPoolClient?.ClientId),
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'dora', PASSWORD },
  });
  const token = known(AuthenticationResult?.IdToken);
  await pools.deleteUserPool({ UserPoolId });
  expect((await get(gone.id, token)).status).toBe(401);
});
