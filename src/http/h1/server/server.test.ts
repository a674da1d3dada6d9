import { createServer, connect as tlsConnect } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import { LOCALHOST } from '../../testing/certificates.ts';
import { client, request } from '../testing/calling.ts';
import { H1Server } from './server.ts';

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A real TLS listener that hands its connections to the engine. */
async function serveTls(): Promise<number> {
  const h1 = new H1Server({
    onExchange: (exchange) =>
      void exchange
        .readBody(1_000_000)
        .then((body) => exchange.respond(200, ['X-Encrypted', String(exchange.peer.encrypted)], body)),
  });
  const server = createServer({ ...LOCALHOST, allowHalfOpen: true }, (socket) => h1.serve(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.close();
    return h1.close(0);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

it('serves connections that come from TLS', async () => {
  const port = await serveTls();
  const socket = tlsConnect({ port, host: '127.0.0.1', servername: 'localhost', ca: LOCALHOST.cert });
  let received = '';
  socket.on('data', (bytes) => {
    received += bytes.toString('latin1');
  });
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello');
  await new Promise((resolve) => socket.once('close', resolve));
  expect(received).toMatch(/X-Encrypted: true\r\n[\s\S]*hello$/);
});

it('is called over TLS by a client that verifies it, or is told not to', async () => {
  const origin = { protocol: 'https:', hostname: 'localhost', port: await serveTls() } as const;
  const body = Buffer.alloc(300_000, 'x');
  const sender = client();
  await expect(sender.send(request(0, { origin }))).rejects.toMatchObject({ failure: 'tls' });
  const unverified = request(0, { origin, method: 'PUT', body, tls: { insecureSkipVerification: true } });
  for (let sent = 0; sent < 2; sent++) {
    const response = await sender.send(unverified);
    expect((await response.readBody(400_000)).equals(body)).toBe(true);
  }
  const trusting = client().origin(origin, { insecureSkipVerification: false, ca: LOCALHOST.cert });
  expect(trusting.address.tls?.ca).toBe(LOCALHOST.cert);
});
