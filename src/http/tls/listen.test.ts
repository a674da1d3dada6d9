import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { connect as connectH2 } from 'node:http2';
import { createServer as createHttp1, get as httpsGet } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { H2_LIMITS } from '../h2/index.ts';
import { EXPIRED, LOCALHOST, OTHER_HOST, WILDCARD } from '../testing/certificates.ts';
import { isInstalled } from '../testing/is-installed.ts';
import { readCertificate } from './certificate.ts';
import { type CertificateStore, createCertificateStore } from './certificate-store.ts';
import { listenTls, type TlsListener, type TlsListenOptions } from './listen.ts';

const run = promisify(execFile);
const open: TlsListener[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close(0)));
});

function storeOf(...pems: { cert: string; key: string }[]): CertificateStore {
  const store = createCertificateStore();
  pems.forEach((pem, i) => {
    store.put(String(i), readCertificate({ certificate: pem.cert, privateKey: pem.key }));
  });
  return store;
}

/** HTTP/1.1 connections are given to Node's own server, which answers with the protocol that it saw. */
const http1 = createHttpServer((request, response) => response.end(`HTTP/${request.httpVersion}`));

async function serve(certificates: CertificateStore, options: Partial<TlsListenOptions> = {}): Promise<TlsListener> {
  const listener = await listenTls({
    host: '127.0.0.1',
    port: 0,
    minVersion: 'TLSv1.2',
    certificates,
    h2: H2_LIMITS,
    now: Date.now,
    onExchange: (exchange) => exchange.respond(200, [], Buffer.from(exchange.httpVersion)),
    onHttp1Socket: (socket) => http1.emit('connection', socket),
    ...options,
  });
  open.push(listener);
  return listener;
}

/** A handshake, and what the client has learnt from it. */
function handshake(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options }, () => resolve(socket));
    socket.once('error', reject);
  });
}

async function shown(port: number, servername?: string): Promise<string> {
  const socket = await handshake(port, servername === undefined ? {} : { servername });
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

const fingerprintOf = (pem: { cert: string; key: string }): string =>
  readCertificate({ certificate: pem.cert, privateKey: pem.key }).fingerprint;

function get(port: number, path = '/'): Promise<string> {
  return new Promise((resolve, reject) => {
    httpsGet({ host: '127.0.0.1', port, path, servername: 'localhost', ca: LOCALHOST.cert }, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

function getH2(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const session = connectH2(`https://localhost:${port}`, { ca: LOCALHOST.cert });
    session.once('error', reject);
    const stream = session.request({ ':path': '/' });
    stream.once('error', reject);
    stream.setEncoding('utf8');
    let text = '';
    stream.on('data', (chunk: string) => {
      text += chunk;
    });
    stream.once('end', () => {
      session.close();
      resolve(text);
    });
  });
}

describe('ALPN', () => {
  it('lets clients choose between HTTP/2 and HTTP/1.1 on one port', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    expect(await getH2(port)).toBe('HTTP/2.0');
    expect(await get(port)).toBe('HTTP/1.1');
  });

  it('prefers HTTP/2 (RFC 9113 section 3.2), and is HTTP/1.1 without ALPN', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    expect((await handshake(port, { ALPNProtocols: ['http/1.1', 'h2'] })).alpnProtocol).toBe('h2');
    expect((await handshake(port)).alpnProtocol).toBe(false);
  });

  it('ends the handshake when no protocol fits (RFC 7301 section 3.2)', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    await expect(handshake(port, { ALPNProtocols: ['spdy/3'] })).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
    });
  });

  it.skipIf(!isInstalled('curl'))('serves curl over HTTP/2 and HTTP/1.1', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    const curl = async (flag: string): Promise<string> => {
      const { stdout } = await run('curl', ['-sk', flag, '-w', ' %{http_version}', `https://127.0.0.1:${port}/`]);
      return stdout;
    };
    expect(await curl('--http2')).toBe('HTTP/2.0 2');
    expect(await curl('--http1.1')).toBe('HTTP/1.1 1.1');
  });
});

describe('certificates', () => {
  it('are chosen by the name that the client asks for', async () => {
    const { port } = await serve(storeOf(LOCALHOST, OTHER_HOST, WILDCARD));
    expect(await shown(port, 'other.example')).toBe(fingerprintOf(OTHER_HOST));
    expect(await shown(port, 'a.wild.example')).toBe(fingerprintOf(WILDCARD));
    expect(await shown(port, 'unknown.example')).toBe(fingerprintOf(LOCALHOST));
    expect(await shown(port)).toBe(fingerprintOf(LOCALHOST));
  });

  it('are changed for handshakes from then on, with and without a name', async () => {
    const store = storeOf(LOCALHOST);
    const { port } = await serve(store);
    const before = await handshake(port, { servername: 'localhost' });
    const replacement = readCertificate({ certificate: EXPIRED.cert, privateKey: EXPIRED.key });
    store.put('0', replacement);
    expect(await shown(port, 'localhost')).toBe(replacement.fingerprint);
    expect(await shown(port)).toBe(replacement.fingerprint);
    before.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const answer = await new Promise((resolve) => before.once('data', (data) => resolve(String(data))));
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  });

  it('may come after the listener: until then handshakes fail and nothing else happens', async () => {
    const store = createCertificateStore();
    const { port } = await serve(store);
    await expect(handshake(port)).rejects.toThrow(/handshake failure/i);
    store.put('late', readCertificate({ certificate: LOCALHOST.cert, privateKey: LOCALHOST.key }));
    expect(await get(port)).toBe('HTTP/1.1');
  });

  it('are changed 40 times under load without one failed request', async () => {
    const store = storeOf(LOCALHOST);
    const { port } = await serve(store);
    let running = true;
    const pems = [LOCALHOST, { ...LOCALHOST }];
    const clients = Array.from({ length: 8 }, async (_, i) => {
      let answers = 0;
      for (; running; answers++) expect(await (i % 2 === 0 ? getH2(port) : get(port))).toMatch(/^HTTP/);
      return answers;
    });
    for (let i = 0; i < 40; i++) {
      const pem = pems[i % 2] ?? LOCALHOST;
      store.put('0', readCertificate({ certificate: pem.cert, privateKey: pem.key }));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    running = false;
    const answers = await Promise.all(clients);
    expect(Math.min(...answers)).toBeGreaterThan(0);
  });
});

describe('what is agreed on', () => {
  it('is never TLS 1.1 or older (RFC 8996)', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(handshake(port, old)).rejects.toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' });
  });

  it('is TLS 1.2 or 1.3, or only 1.3 when that is asked for', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    expect((await handshake(port, { maxVersion: 'TLSv1.2' })).getProtocol()).toBe('TLSv1.2');
    expect((await handshake(port)).getProtocol()).toBe('TLSv1.3');
    const strict = await serve(storeOf(LOCALHOST), { minVersion: 'TLSv1.3' });
    await expect(handshake(strict.port, { maxVersion: 'TLSv1.2' })).rejects.toThrow(/protocol version/i);
  });

  it.each(['AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384'])(
    'is not %s, which HTTP/2 forbids (RFC 9113 appendix A)',
    async (cipher) => {
      const { port } = await serve(storeOf(LOCALHOST));
      const options = { ciphers: cipher, maxVersion: 'TLSv1.2' } as const;
      await expect(handshake(port, options)).rejects.toThrow(/handshake failure/i);
    },
  );

  it.skipIf(!isInstalled('openssl'))('satisfies openssl s_client', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    const child = run('openssl', [
      's_client',
      '-connect',
      `127.0.0.1:${port}`,
      '-servername',
      'localhost',
      '-alpn',
      'h2',
    ]);
    child.child.stdin?.end();
    const { stdout } = await child;
    expect(stdout).toMatch(/ALPN protocol: h2/);
    expect(stdout).toMatch(/Cipher is TLS_AES_(128|256)_GCM/);
  });
});

describe('resuming a session', () => {
  /** A TLS 1.2 session from one port, offered to another. */
  async function resumes(from: number, to: number): Promise<boolean> {
    const first = await handshake(from, { maxVersion: 'TLSv1.2', servername: 'other.example' });
    const session = first.getSession();
    first.destroy();
    if (session === undefined) throw new Error('The server gave no session.');
    const second = await handshake(to, { maxVersion: 'TLSv1.2', servername: 'other.example', session });
    const reused = second.isSessionReused();
    second.destroy();
    return reused;
  }

  it('works across listeners with the same ticket keys, also after a change of certificates', async () => {
    const ticketKeys = randomBytes(48);
    const stores = [storeOf(LOCALHOST, OTHER_HOST), storeOf(LOCALHOST, OTHER_HOST)] as const;
    const one = await serve(stores[0], { ticketKeys });
    const two = await serve(stores[1], { ticketKeys });
    const stranger = await serve(storeOf(LOCALHOST, OTHER_HOST));
    expect(await resumes(one.port, two.port)).toBe(true);
    expect(await resumes(one.port, stranger.port)).toBe(false);
    stores[1].put('0', readCertificate({ certificate: EXPIRED.cert, privateKey: EXPIRED.key }));
    expect(await resumes(one.port, two.port)).toBe(true);
    two.setTicketKeys(randomBytes(48));
    expect(await resumes(one.port, two.port)).toBe(false);
  });
});

describe('broken clients', () => {
  it('that speak plain HTTP, or nothing that is TLS, disturb nobody', async () => {
    const { port } = await serve(storeOf(LOCALHOST));
    for (const bytes of ['GET / HTTP/1.1\r\nHost: a\r\n\r\n', '\x16\x03\x01\x00\x05hello', '\0'.repeat(100)]) {
      const socket = connectTcp({ host: '127.0.0.1', port });
      socket.on('error', () => undefined);
      socket.end(bytes, 'latin1');
      socket.resume();
      await new Promise((resolve) => socket.once('close', resolve));
    }
    expect(await get(port)).toBe('HTTP/1.1');
  });

  it('that begin a handshake and never end it do not keep the listener from closing', async () => {
    const listener = await serve(storeOf(LOCALHOST));
    const socket = connectTcp({ host: '127.0.0.1', port: listener.port });
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await listener.close(30);
  });
});

it('says which port is taken', async () => {
  const other = createHttp1();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(serve(storeOf(LOCALHOST), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});
