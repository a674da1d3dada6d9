import { connect as connectH2 } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { issueClientIdentity } from '../../x509/index.ts';
import type { Exchange } from '../exchange.ts';
import { H1Server } from '../h1/index.ts';
import { H2_LIMITS } from '../h2/index.ts';
import { LOCALHOST, WILDCARD } from '../testing/certificates.ts';
import { readCertificate } from './certificate.ts';
import { createCertificateStore } from './certificate-store.ts';
import type { HostPolicy } from './host-policies.ts';
import { listenTls, type TlsListener } from './listen.ts';
import { readServerName } from './server-name.ts';

/** Answers with what TLS knows of the connection. */
const answer = (exchange: Exchange) => {
  const { serverName, client } = exchange.peer.tls ?? {};
  const subject = client && `${client.trustedBy} ${client.certificate.subject.split('\n').at(-1)}`;
  exchange.respond(200, [], Buffer.from(`${serverName} ${subject}`));
};
const http1 = new H1Server({ onExchange: answer });

type Identity = { readonly certificate: string; readonly privateKey: string };
let known: Identity;
let stranger: Identity;
let expired: Identity;
beforeAll(async () => {
  known = await issueClientIdentity(Date.now());
  stranger = await issueClientIdentity(Date.now());
  expired = await issueClientIdentity(Date.now() - 400 * 86_400_000);
});
afterAll(() => http1.close(0));

let listener: TlsListener;
afterEach(() => listener.close(0));

async function serve(...hosts: readonly HostPolicy[]): Promise<void> {
  const certificates = createCertificateStore();
  certificates.put('0', readCertificate({ certificate: LOCALHOST.cert, privateKey: LOCALHOST.key }));
  listener = await listenTls({
    host: '127.0.0.1',
    port: 0,
    minVersion: 'TLSv1.2',
    certificates,
    h2: H2_LIMITS,
    now: Date.now,
    onExchange: answer,
    onHttp1Socket: (socket) => http1.serve(socket),
  });
  for (const host of hosts) listener.putHost(host);
}

const mutual = (name = 'api.example.com'): HostPolicy => ({
  name,
  minVersion: 'TLSv1.2',
  truststore: { id: 'ours', pem: known.certificate + expired.certificate },
});

/** Sends a request and gives the last line of the response, which is its body. */
function ask(options: ConnectionOptions = {}, cut = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    const tcp = connectTcp({ host: '127.0.0.1', port: listener.port });
    const socket = connect({ socket: tcp, rejectUnauthorized: false, servername: 'api.example.com', ...options });
    if (cut > 0) splitFirst(tcp, cut);
    let text = '';
    socket.on('secureConnect', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text.split('\r\n').at(-1) ?? ''));
    socket.on('error', reject);
  });
}

/** Lets the client's greeting leave in two pieces. */
function splitFirst(tcp: ReturnType<typeof connectTcp>, cut: number): void {
  const handle = tcp.write.bind(tcp);
  tcp.write = ((chunk: Buffer, ...rest: never[]) => {
    tcp.write = handle as typeof tcp.write;
    handle(chunk.subarray(0, cut));
    setTimeout(() => handle(chunk.subarray(cut), ...rest), 20);
    return true;
  }) as typeof tcp.write;
}

const shows = ({ certificate, privateKey }: Identity) => ({ cert: certificate, key: privateKey });

describe('a host with a truststore (fact D156)', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('knows a client by a certificate that it trusts: %s', async (maxVersion) => {
    await serve(mutual());
    expect(await ask({ ...shows(known), maxVersion })).toBe('api.example.com ours CN=ApiGateway');
  });

  it('lets in whoever it does not know, as nobody', async () => {
    await serve(mutual());
    for (const client of [{}, shows(stranger), shows(expired)]) {
      expect(await ask(client)).toBe('api.example.com undefined');
    }
  });

  it('asks over HTTP/2 as well', async () => {
    await serve(mutual());
    const options = { servername: 'api.example.com', rejectUnauthorized: false, ...shows(known) };
    const session = connectH2(`https://127.0.0.1:${listener.port}`, options);
    const stream = session.request({ ':path': '/' });
    let text = '';
    for await (const chunk of stream) text += chunk;
    session.close();
    expect(text).toBe('api.example.com ours CN=ApiGateway');
  });

  it('is found by a wildcard, and knows nobody who is for another host', async () => {
    await serve(mutual('*.example.com'));
    expect(await ask({ ...shows(known), servername: 'a.example.com' })).toContain('ours');
    for (const servername of ['a.b.example.com', 'example.com', 'localhost']) {
      expect(await ask({ ...shows(known), servername })).toBe(`${servername} undefined`);
    }
  });

  it('knows nobody by a session from before: every connection shows its certificate', async () => {
    await serve(mutual());
    const first = connect({
      host: '127.0.0.1',
      port: listener.port,
      rejectUnauthorized: false,
      servername: 'api.example.com',
      ...shows(known),
    });
    const tickets: Buffer[] = [];
    first.on('session', (session) => tickets.push(session));
    await new Promise((resolve) => first.once('secureConnect', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    first.destroy();
    for (const session of tickets) expect(await ask({ session })).toBe('api.example.com undefined');
  });

  it('trusts nobody with an empty truststore', async () => {
    await serve({ ...mutual(), truststore: { id: 'empty', pem: '' } });
    expect(await ask(shows(known))).toBe('api.example.com undefined');
  });

  it('changes and goes from one handshake to the next', async () => {
    await serve(mutual());
    listener.putHost({ ...mutual(), truststore: { id: 'next', pem: stranger.certificate } });
    expect(await ask(shows(known))).toBe('api.example.com undefined');
    expect(await ask(shows(stranger))).toContain('next');
    listener.removeHost('api.example.com');
    expect(await ask(shows(stranger))).toBe('api.example.com undefined');
  });

  it.each([1, 5, 6, 60, 200])('is found when the greeting comes in two pieces, the first of %i bytes', async (cut) => {
    await serve(mutual());
    expect(await ask(shows(known), cut)).toContain('ours');
  });
});

describe('a host of its own', () => {
  it('shows its own certificate', async () => {
    await serve({
      name: 'api.example.com',
      minVersion: 'TLSv1.2',
      certificate: { certificate: WILDCARD.cert, privateKey: WILDCARD.key },
    });
    const certificateOf = (servername: string) =>
      new Promise((resolve) => {
        const socket = connect(
          { host: '127.0.0.1', port: listener.port, servername, rejectUnauthorized: false },
          () => {
            resolve(socket.getPeerCertificate().fingerprint256);
            socket.destroy();
          },
        );
      });
    const fingerprint = (pem: { cert: string; key: string }) =>
      readCertificate({ certificate: pem.cert, privateKey: pem.key }).fingerprint;
    expect(await certificateOf('api.example.com')).toBe(fingerprint(WILDCARD));
    expect(await certificateOf('localhost')).toBe(fingerprint(LOCALHOST));
  });

  it('speaks TLS 1.3 alone where its policy says so', async () => {
    await serve({ name: 'api.example.com', minVersion: 'TLSv1.3' });
    await expect(ask({ maxVersion: 'TLSv1.2' })).rejects.toThrow();
    expect(await ask({ maxVersion: 'TLSv1.2', servername: 'localhost' })).toContain('localhost');
    expect(await ask()).toContain('api.example.com');
  });
});

describe('what is no greeting', () => {
  it.each([
    ['nothing yet', Buffer.alloc(0), 'incomplete'],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n'), undefined],
    ['an empty record', Buffer.from([22, 3, 1, 0, 0]), undefined],
    ['a long promise', Buffer.from([22, 3, 1, 0, 4, 1, 255, 255, 255]), undefined],
    ['another message', Buffer.from([22, 3, 1, 0, 4, 2, 0, 0, 0]), undefined],
    ['a greeting cut short', Buffer.from([22, 3, 1, 0, 5, 1, 0, 0, 1, 3]), undefined],
    ['records without end', Buffer.concat(Array(40_000).fill(Buffer.from([22, 3, 1, 0, 1, 1]))), undefined],
  ])('%s', (_, bytes, expected) => {
    expect(readServerName(bytes)).toBe(expected);
  });
});
