import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Call } from '../../aws/index.ts';
import { serveService } from '../index.ts';
import { type ControlPlaneServer, serveControlPlane } from '../testing/control-plane-server.ts';
import { smallServices } from '../testing/small-services.ts';

// Which operations need no signature, and that pages may call them: Smithy's `noAuth`, as the SDK's own clients send them.
const seen: Call[] = [];
let server: ControlPlaneServer;
beforeAll(async () => {
  const pools = serveService<CognitoIdentityProvider>(
    'cognito-idp',
    {
      async initiateAuth(_input, call) {
        seen.push(call);
        return { ChallengeName: 'NEW_PASSWORD_REQUIRED' };
      },
      async adminGetUser(_input, call) {
        seen.push(call);
        return { Username: 'anna' };
      },
    },
    new Set(['InitiateAuth']),
  );
  server = await serveControlPlane([...smallServices([]), pools]);
});
afterAll(() => server.close());
beforeEach(() => void seen.splice(0));

function send(operation: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  return fetch(server.endpoint, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...headers,
    },
  });
}

const SIGN_IN = '{"AuthFlow":"USER_SRP_AUTH","ClientId":"c"}';

it('is answered without a signature, readable by every page, as of nobody', async () => {
  const response = await send('InitiateAuth', SIGN_IN);
  expect([response.status, await response.text()]).toEqual([200, '{"ChallengeName":"NEW_PASSWORD_REQUIRED"}']);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(seen[0]?.principal).toMatchObject({ userId: 'anonymous', accessKeyId: '' });
});

it.each([
  ['AdminGetUser', '{"UserPoolId":"p","Username":"anna"}', {}],
  ['initiateauth', SIGN_IN, {}],
  ['InitiateAuth', SIGN_IN, { 'x-amz-target': 'Logs_20140328.CreateLogGroup' }],
])('%s is not answered without one: the operation counts, spelt as it is', async (operation, body, headers) => {
  const response = await send(operation, body, headers);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('MissingAuthenticationTokenException');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(seen).toEqual([]);
});

it('with a signature it is verified', async () => {
  const response = await send('InitiateAuth', SIGN_IN, { authorization: 'AWS4-HMAC-SHA256 nonsense' });
  expect(await response.text()).toContain('IncompleteSignatureException');
  expect(seen).toEqual([]);
});

it('errors are readable by pages, too, and bodies are small', async () => {
  const missing = await send('InitiateAuth', '{}');
  expect([missing.status, missing.headers.get('access-control-allow-origin')]).toEqual([400, '*']);
  expect((await send('InitiateAuth', ' '.repeat(1_048_577))).status).toBe(413);
});

it('a page is told beforehand that it may', async () => {
  const headers = { origin: 'https://app.test', 'access-control-request-method': 'POST' };
  const asked = { ...headers, 'access-control-request-headers': 'content-type,x-amz-target' };
  const response = await fetch(server.endpoint, { method: 'OPTIONS', headers: asked });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-headers')).toBe('content-type,x-amz-target');
});
