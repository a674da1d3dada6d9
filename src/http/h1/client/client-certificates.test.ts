import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { startNginx, startOpenssl } from '../../../../test/support/tls-peers.ts';
import { EXPIRED, LOCALHOST, OTHER_HOST, WILDCARD } from '../../testing/certificates.ts';
import { isInstalled } from '../../testing/is-installed.ts';
import type { UpstreamResponse, UpstreamTls } from '../../upstream.ts';
import { client, request } from '../testing/calling.ts';
import type { H1Client } from './client.ts';

type Identity = { readonly cert: string; readonly key: string };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A real TLS server that lets nobody in without a certificate that it trusts, and tells as whom and how often. */
async function demanding(trusted: readonly Identity[], maxVersion: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3') {
  const connections = new Set<unknown>();
  const server = createServer(
    { ...LOCALHOST, ca: trusted.map(({ cert }) => cert), requestCert: true, rejectUnauthorized: true, maxVersion },
    (request, response) => {
      connections.add(request.socket);
      response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN);
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections };
}

/** Trusts the server, and shows a certificate if it is given one. */
const as = (clientCertificate: Identity | undefined): UpstreamTls => ({
  insecureSkipVerification: false,
  ca: LOCALHOST.cert,
  ...(clientCertificate && { clientCertificate }),
});

function call(sender: H1Client, port: number, tls: UpstreamTls): Promise<UpstreamResponse> {
  return sender.send(request(0, { origin: { protocol: 'https:', hostname: 'localhost', port }, tls }));
}

async function text(response: UpstreamResponse): Promise<string> {
  return (await response.readBody(10_000)).toString();
}

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('a backend that asks for a certificate, %s', (version) => {
  it('lets in whoever shows one that it trusts', async () => {
    const { port } = await demanding([OTHER_HOST], version);
    expect(await text(await call(client(), port, as(OTHER_HOST)))).toBe('other.example');
  });

  it.each([
    ['none', undefined, /certificate required|handshake failure/],
    // Node refuses these without a word.
    ['one that it does not know', WILDCARD, /may have refused the client certificate/],
    ['an expired one', EXPIRED, /may have refused the client certificate/],
  ])('and is shown %s fails with what it may be', async (_, shown, why) => {
    const { port, connections } = await demanding([OTHER_HOST, EXPIRED], version);
    await expect(call(client(), port, as(shown))).rejects.toThrow(why);
    expect(connections.size).toBe(0);
  });

  it.skipIf(!isInstalled('openssl')).each([
    ['none', undefined, /certificate required|handshake failure/],
    ['one that it does not know', WILDCARD, /unknown ca/],
    ['an expired one', EXPIRED, /certificate expired/],
  ])('and is shown %s is a failure of TLS that says why (needs openssl)', async (_, shown, why) => {
    const peer = await startOpenssl({ certificate: LOCALHOST, clientAuthorities: [OTHER_HOST, EXPIRED], version });
    closers.push(() => peer.stop());
    const called = call(client(), peer.port, as(shown));
    await expect(called).rejects.toMatchObject({ name: 'UpstreamError', failure: 'tls' });
    await expect(called).rejects.toThrow(why);
    expect((await call(client(), peer.port, as(OTHER_HOST))).status).toBe(200);
  });
});

it.each([
  ['a key that is not its own', { cert: OTHER_HOST.cert, key: WILDCARD.key }, /key values mismatch/],
  ['no PEM', { cert: 'certificate', key: OTHER_HOST.key }, /no start line/],
])('a certificate with %s is a failure of TLS that says so', async (_, unusable, why) => {
  const { port } = await demanding([OTHER_HOST]);
  const called = call(client(), port, as(unusable));
  await expect(called).rejects.toMatchObject({ name: 'UpstreamError', failure: 'tls' });
  await expect(called).rejects.toThrow(why);
});

it('never lets one identity use a connection of another', async () => {
  const { port, connections } = await demanding([OTHER_HOST, WILDCARD]);
  const sender = client();
  const names: string[] = [];
  for (const identity of [OTHER_HOST, WILDCARD, OTHER_HOST, WILDCARD]) {
    names.push(await text(await call(sender, port, as(identity))));
  }
  expect(names).toEqual(['other.example', 'wildcard', 'other.example', 'wildcard']);
  // One connection each, kept for the second call.
  expect(connections.size).toBe(2);
  await expect(call(sender, port, as(undefined))).rejects.toMatchObject({ failure: 'tls' });
});

describe.skipIf(!isInstalled('nginx'))('nginx with ssl_verify_client (needs nginx)', () => {
  it('lets in the right certificate, and answers 400 to others', async () => {
    const nginx = await startNginx({ certificate: LOCALHOST, clientAuthorities: [OTHER_HOST] });
    closers.push(() => nginx.stop());
    const sender = client();
    const served = await call(sender, nginx.port, as(OTHER_HOST));
    expect([served.status, await text(served)]).toEqual([200, 'verified SUCCESS of CN=other.example\n']);
    const unknown = await call(sender, nginx.port, as(WILDCARD));
    expect([unknown.status, await text(unknown)]).toEqual([400, expect.stringContaining('SSL certificate error')]);
    const none = await call(sender, nginx.port, as(undefined));
    expect([none.status, await text(none)]).toEqual([
      400,
      expect.stringContaining('No required SSL certificate was sent'),
    ]);
  });
});
