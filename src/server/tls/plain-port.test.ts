import { afterEach, describe, expect, it } from 'vitest';
import { type Exchange, type H1Listener, listenH1 } from '../../http/index.ts';
import { rawRequest } from '../../http/testing/raw-client.ts';
import { createPlainPort } from './plain-port.ts';

let listener: H1Listener;

afterEach(() => listener.close(0));

async function ask(httpsPort: number | undefined, request: string): Promise<string> {
  const challenge = (target: string): string | undefined =>
    target === '/.well-known/acme-challenge/token' ? 'token.thumbprint' : undefined;
  const serve = (exchange: Exchange): void => exchange.respond(200, [], Buffer.from('served'));
  const onExchange = createPlainPort({ challenge, httpsPort, serve });
  listener = await listenH1({ host: '127.0.0.1', port: 0, onExchange });
  return rawRequest(listener.port, `${request}\r\nConnection: close\r\n\r\n`);
}

describe.each([undefined, 8443])('with the encrypted port %s', (httpsPort) => {
  it('answers a certificate authority (RFC 8555 section 8.3)', async () => {
    const answer = await ask(httpsPort, 'GET /.well-known/acme-challenge/token HTTP/1.1\r\nHost: a.example');
    expect(answer).toMatch(
      /^HTTP\/1\.1 200 [\s\S]*Content-Type: application\/octet-stream[\s\S]*\r\n\r\ntoken\.thumbprint$/,
    );
  });
});

it('serves everything else when nothing is to be redirected', async () => {
  expect(await ask(undefined, 'GET /x HTTP/1.1\r\nHost: a.example')).toMatch(/served$/);
});

it('sends everything else to the encrypted port, method and body included (308)', async () => {
  const answer = await ask(8443, 'POST /prod/users?a=1 HTTP/1.1\r\nHost: a.example:8080\r\nContent-Length: 0');
  expect(answer).toMatch(/^HTTP\/1\.1 308 /);
  expect(answer).toContain('Location: https://a.example:8443/prod/users?a=1\r\n');
});

it.each([
  ['GET /.well-known/acme-challenge/other HTTP/1.1\r\nHost: a.example', '404'],
  ['GET / HTTP/1.1\r\nHost: a.example/evil', '400'],
])('%j is answered with %s', async (request, status) => {
  expect(await ask(443, request)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});
