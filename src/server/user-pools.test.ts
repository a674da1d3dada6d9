import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createUserPools } from './user-pools.ts';

const POOL = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Abc';
const AMAZON = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Abc';
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** An issuer over a real socket. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a pool is', () => {
  it.each([
    [{}, [AMAZON, AMAZON]],
    [{ 'eu-west-1': 'https://x.test' }, [AMAZON, AMAZON]],
    [{ 'us-east-1': 'https://x.test' }, ['https://x.test/us-east-1_Abc', AMAZON]],
    [{ 'us-east-1': 'https://x.test', [POOL]: 'https://id.test/realm' }, ['https://id.test/realm', AMAZON]],
  ])('with %j the issuer %j', (issuers, expected) => {
    expect(createUserPools(issuers).issuersOf(POOL)).toEqual(expected);
  });
});

describe('keys', () => {
  const fetchFrom = async (answer: RequestListener) =>
    createUserPools({ 'us-east-1': await serve(answer) }).fetchKeySet(POOL);

  it('are read where Cognito has them', async () => {
    const keys = await fetchFrom((request, response) => response.end(JSON.stringify({ keys: [], at: request.url })));
    expect(keys).toEqual({ keys: [], at: '/us-east-1_Abc/.well-known/jwks.json' });
  });

  // OpenID Connect Discovery 1.0, section 4.
  it('are discovered where an issuer of OpenID Connect has them', async () => {
    let url = '';
    const answer: RequestListener = (request, response) => {
      if (request.url?.endsWith('/openid-configuration')) response.end(JSON.stringify({ jwks_uri: `${url}/keys` }));
      else if (request.url === '/keys') response.end('{"keys":["found"]}');
      else response.writeHead(404).end();
    };
    url = await serve(answer);
    expect(await createUserPools({ [POOL]: url }).fetchKeySet(POOL)).toEqual({ keys: ['found'] });
  });

  // Facts D97 and features A17: discovery by the issuer's own URL.
  it('of an issuer that is named by its URL are where it says, and it must speak of itself', async () => {
    let url = '';
    let named = '';
    let jwksUri = '/keys';
    url = await serve((request, response) => {
      if (request.url === '/tenant/.well-known/openid-configuration') {
        response.end(JSON.stringify({ issuer: named, jwks_uri: new URL(jwksUri, url).href }));
      } else response.end(JSON.stringify({ keys: [request.url] }));
    });
    const fetchKeys = () => createUserPools({}).fetchKeySet(`${url}/tenant`);
    await expect(fetchKeys()).rejects.toThrow(/another issuer/);
    named = `${url}/tenant`;
    expect(await fetchKeys()).toEqual({ keys: ['/keys'] });
    jwksUri = 'http://169.254.169.254/latest/meta-data';
    await expect(fetchKeys()).rejects.toThrow(/without https/);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['never come', () => undefined, /aborted|timeout/i],
    [
      'come drop by drop',
      (_, response) => {
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      },
      /aborted|timeout/i,
    ],
    ['never end', (_, response) => void response.write(' '.repeat(200_000)), /more than 150000 bytes/],
    [
      'are elsewhere',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /fetch failed/,
    ],
    ['are an error', (_, response) => void response.writeHead(500).end('{"keys":[]}'), /answered 500/],
    ['are no JSON', (_, response) => void response.end('<html>'), /JSON/],
    [
      'are said to be on another server',
      (request, response) =>
        request.url?.endsWith('/openid-configuration')
          ? void response.end('{"jwks_uri":"http://169.254.169.254/latest/meta-data"}')
          : void response.writeHead(404).end(),
      /no jwks_uri of its own/,
    ],
  ])('that %s are not had, and soon', async (_, answer, reason) => {
    const start = performance.now();
    await expect(fetchFrom(answer)).rejects.toThrow(reason);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
