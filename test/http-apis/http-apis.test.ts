import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';
import { createZip } from '../support/zip.ts';

// HTTP APIs on the built command with two workers, made by the JavaScript SDK: what an answered call changed is served by the very
// next request.
let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let client: Sdk;
let functionArn: string;

const SOURCE = `
export const handler = async (event) =>
  event.type === 'REQUEST'
    ? { isAuthorized: event.identitySource[0] === 'open', context: { who: 'anna' } }
    : { route: event.routeKey, path: event.rawPath, authorizer: event.requestContext.authorizer };
`;

beforeAll(async () => {
  upstream = await startUpstream((request, response) => response.end(request.url));
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  client = sdk(server.controlUrl);
  const made = await client.functions.createFunction({
    FunctionName: 'f',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/f',
    Code: { ZipFile: createZip({ 'index.mjs': SOURCE }) },
  });
  functionArn = known(made.FunctionArn);
  await client.functions.addPermission({
    FunctionName: 'f',
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
});

/** By both workers, over new connections. */
async function ask(ApiId: string, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const url = `${server.gatewayUrl}/_aws/execute-api/${ApiId}${path}`;
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const response = await fetch(url, { method, headers: { ...headers, connection: 'close' } });
      return { status: response.status, text: await response.text(), headers: response.headers };
    }),
  );
  expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
  return answers[0] as (typeof answers)[number];
}

describe('quick create (features A3.2)', () => {
  test('of a URL serves all paths at once, and can be changed (fact D138)', async () => {
    const api = await client.v2.createApi({ Name: 'quick', ProtocolType: 'HTTP', Target: `${upstream.url}/first` });
    const ApiId = known(api.ApiId);
    expect(api).toMatchObject({
      ProtocolType: 'HTTP',
      RouteSelectionExpression: '$request.method $request.path',
      ApiKeySelectionExpression: '$request.header.x-api-key',
    });
    expect((await ask(ApiId, '/store/checkout?a=1')).text).toBe('/first/store/checkout?a=1');
    await client.v2.updateApi({ ApiId, Target: `${upstream.url}/second` });
    expect((await ask(ApiId, '/x')).text).toBe('/second/x');
    const { Items: stages = [] } = await client.v2.getStages({ ApiId });
    expect(stages).toMatchObject([{ StageName: '$default', AutoDeploy: true, ApiGatewayManaged: true }]);
    const { Items: deployments = [] } = await client.v2.getDeployments({ ApiId });
    expect(deployments).toMatchObject([{ AutoDeployed: true, DeploymentStatus: 'DEPLOYED' }]);
    await client.v2.deleteApi({ ApiId });
    expect((await ask(ApiId, '/x')).status).toBe(403);
  });

  test('of a function answers what it returns', async () => {
    const { ApiId = '' } = await client.v2.createApi({
      Name: 'function',
      ProtocolType: 'HTTP',
      Target: functionArn,
      RouteKey: 'GET /pets/{id}',
    });
    const answer = await ask(ApiId, '/pets/7');
    expect(JSON.parse(answer.text)).toEqual({ route: 'GET /pets/{id}', path: '/pets/7' });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect((await ask(ApiId, '/other')).text).toBe('{"message":"Not Found"}');
  });
});

describe('an API made step by step', () => {
  test('serves what was deployed, not what was changed since (features A8.7)', async () => {
    const { ApiId = '' } = await client.v2.createApi({ Name: 'steps', ProtocolType: 'HTTP' });
    const { IntegrationId } = await client.v2.createIntegration({
      ApiId,
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      IntegrationUri: `${upstream.url}/one`,
      PayloadFormatVersion: '1.0',
    });
    const Target = `integrations/${IntegrationId}`;
    await expect(client.v2.createDeployment({ ApiId })).rejects.toMatchObject({ name: 'BadRequestException' });
    const { RouteId = '' } = await client.v2.createRoute({ ApiId, RouteKey: 'GET /a', Target });
    const { DeploymentId } = await client.v2.createDeployment({ ApiId });
    await client.v2.createStage({ ApiId, StageName: 'dev', DeploymentId });
    expect((await ask(ApiId, '/dev/a')).text).toBe('/one');

    await client.v2.updateIntegration({ ApiId, IntegrationId, IntegrationUri: `${upstream.url}/two` });
    await client.v2.createRoute({ ApiId, RouteKey: 'GET /b', Target });
    expect((await ask(ApiId, '/dev/a')).text).toBe('/one');
    expect((await ask(ApiId, '/dev/b')).status).toBe(404);
    await client.v2.createDeployment({ ApiId, StageName: 'dev' });
    expect((await ask(ApiId, '/dev/a')).text).toBe('/two');

    await client.v2.updateStage({ ApiId, StageName: 'dev', AutoDeploy: true });
    await client.v2.updateRoute({ ApiId, RouteId, RouteKey: 'GET /c' });
    expect((await ask(ApiId, '/dev/c')).text).toBe('/two');
    expect((await ask(ApiId, '/dev/a')).status).toBe(404);
    await expect(client.v2.deleteIntegration({ ApiId, IntegrationId })).rejects.toMatchObject({
      name: 'ConflictException',
      message: expect.stringMatching(/^Cannot delete Integration because it is referenced by the following Routes/),
    });
    await client.v2.deleteRoute({ ApiId, RouteId });
    expect((await ask(ApiId, '/dev/c')).status).toBe(404);
    await client.v2.deleteStage({ ApiId, StageName: 'dev' });
    expect((await ask(ApiId, '/dev/b')).status).toBe(403);
  });

  test('answers preflights as soon as it has a CORS configuration, and not when it is gone (fact D131)', async () => {
    const { ApiId = '' } = await client.v2.createApi({ Name: 'cors', ProtocolType: 'HTTP', Target: upstream.url });
    const headers = { origin: 'https://www.example.com', 'access-control-request-method': 'GET' };
    await client.v2.updateApi({ ApiId, CorsConfiguration: { AllowOrigins: ['https://www.example.com'] } });
    const preflight = await ask(ApiId, '/x', headers, 'OPTIONS');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://www.example.com');
    await client.v2.deleteCorsConfiguration({ ApiId });
    expect((await ask(ApiId, '/x', headers, 'OPTIONS')).status).toBe(200);
  });

  test('is mapped to a domain name beside a REST API’s mappings (fact D154)', async () => {
    const DomainName = 'http.example.com';
    await client.v2.createDomainName({ DomainName, DomainNameConfigurations: [{}] });
    const { ApiId = '' } = await client.v2.createApi({ Name: 'mapped', ProtocolType: 'HTTP', Target: functionArn });
    await client.v2.createApiMapping({ DomainName, ApiId, Stage: '$default', ApiMappingKey: 'shop/v1' });
    const { request } = await import('node:http');
    const { hostname, port } = new URL(server.gatewayUrl);
    const text = await new Promise<string>((resolve, reject) => {
      request({ hostname, port, path: '/shop/v1/x', headers: { host: DomainName } }, async (response) => {
        let body = '';
        for await (const chunk of response) body += chunk;
        resolve(body);
      })
        .on('error', reject)
        .end();
    });
    expect(JSON.parse(text)).toMatchObject({ route: '$default', path: '/shop/v1/x' });
    await expect(client.v2.deleteApi({ ApiId })).rejects.toMatchObject({ name: 'BadRequestException' });
  });
});

describe('authorizers', () => {
  test('of functions and of JWTs open routes (facts D97, D100)', async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const issuer = await startUpstream((request, response) => {
      const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' };
      const found = { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` };
      response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : found));
    });
    try {
      const { ApiId = '' } = await client.v2.createApi({ Name: 'closed', ProtocolType: 'HTTP', Target: functionArn });
      const { Items: [route] = [] } = await client.v2.getRoutes({ ApiId });
      const RouteId = known(route?.RouteId);
      await expect(client.v2.updateRoute({ ApiId, RouteId, AuthorizationType: 'JWT' })).rejects.toMatchObject({
        message:
          'Invalid authorizer ID specified. Setting the authorization type to JWT requires a valid JWT authorizer.',
      });
      const byFunction = await client.v2.createAuthorizer({
        ApiId,
        Name: 'function',
        AuthorizerType: 'REQUEST',
        IdentitySource: ['$request.header.x-key'],
        AuthorizerUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
        AuthorizerPayloadFormatVersion: '2.0',
        EnableSimpleResponses: true,
      });
      await client.v2.updateRoute({
        ApiId,
        RouteId,
        AuthorizationType: 'CUSTOM',
        AuthorizerId: byFunction.AuthorizerId,
      });
      expect(JSON.parse((await ask(ApiId, '/x', { 'x-key': 'open' })).text)).toMatchObject({
        authorizer: { lambda: { who: 'anna' } },
      });
      expect((await ask(ApiId, '/x', { 'x-key': 'other' })).status).toBe(403);
      expect((await ask(ApiId, '/x')).status).toBe(401);

      const byToken = await client.v2.createAuthorizer({
        ApiId,
        Name: 'jwt',
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Issuer: issuer.url, Audience: ['me'] },
      });
      await client.v2.updateRoute({ ApiId, RouteId, AuthorizationType: 'JWT', AuthorizerId: byToken.AuthorizerId });
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = { iss: issuer.url, aud: 'me', sub: 'anna', exp: Math.floor(Date.now() / 1000) + 60 };
      const signed = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`;
      const token = `${signed}.${sign('sha256', Buffer.from(signed), keys.privateKey).toString('base64url')}`;
      expect(JSON.parse((await ask(ApiId, '/x', { authorization: `Bearer ${token}` })).text)).toMatchObject({
        authorizer: { jwt: { claims: { sub: 'anna' } } },
      });
      expect((await ask(ApiId, '/x', { authorization: `${token}x` })).status).toBe(401);
    } finally {
      await issuer.stop();
    }
  });
});

test('what is not built is refused by name', async () => {
  const { ApiId = '' } = await client.v2.createApi({ Name: 'refused', ProtocolType: 'HTTP' });
  await expect(client.v2.createApi({ Name: 'ws', ProtocolType: 'WEBSOCKET' })).rejects.toMatchObject({
    name: 'NotImplementedException',
  });
  const asked = { ApiId, IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '1.0' } as const;
  for (const change of [{ IntegrationSubtype: 'SQS-SendMessage' }, { ConnectionType: 'VPC_LINK' as const }]) {
    await expect(client.v2.createIntegration({ ...asked, ...change })).rejects.toMatchObject({
      name: 'NotImplementedException',
    });
  }
  await expect(client.v2.importApi({ Body: '{}' })).rejects.toMatchObject({ name: 'NotImplementedException' });
  await expect(client.v2.createIntegration({ ...asked, IntegrationType: 'MOCK' })).rejects.toMatchObject({
    // Fact D136.
    message:
      'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)',
  });
});
