import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from '../../../http/testing/is-installed.ts';
import { type DevCertificate, devCertificate } from './dev-certificate.ts';
import { issueLeaf } from './issue.ts';
import { DEV_NAMES } from './names.ts';

const run = promisify(execFile);
const DAY_MS = 86_400_000;
let directory: string;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'sallyport-dev-')), 'tls');
});

afterEach(async () => {
  await rm(join(directory, '..'), { recursive: true });
});

const make = (nowMs = Date.now(), names = DEV_NAMES): Promise<DevCertificate> =>
  devCertificate({ directory, names, nowMs });

/** A real handshake with a client that trusts the authority and checks the name. */
async function accepts({ authorityFile, leaf }: DevCertificate, host: string): Promise<true> {
  const server = createServer({ cert: leaf.certificate, key: leaf.privateKey }, (_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ca = await readFile(authorityFile);
  try {
    return await new Promise((resolve, reject) => {
      const lookup = (_name: string, _options: unknown, done: (error: null, list: unknown) => void): void =>
        done(null, [{ address: '127.0.0.1', family: 4 }]);
      get({ host, port, ca, agent: false, lookup: lookup as never }, (response) => {
        response.resume();
        resolve(true);
      }).on('error', reject);
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

describe('a development certificate', () => {
  it('is accepted for the names of this machine by a client that trusts its authority', async () => {
    const made = await make();
    for (const host of ['localhost', 'abc123.execute-api.localhost', '127.0.0.1'])
      expect(await accepts(made, host), host).toBe(true);
    await expect(accepts(made, 'other.test')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  it.skipIf(!isInstalled('openssl'))('satisfies openssl verify, and its authority is one', async () => {
    const { authorityFile } = await make();
    const leafFile = join(directory, 'dev.pem');
    const verify = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', authorityFile];
    const { stdout } = await run('openssl', [...verify, '-verify_hostname', 'abc.execute-api.localhost', leafFile]);
    expect(stdout).toMatch(/: OK/);
    const text = (await run('openssl', ['x509', '-in', authorityFile, '-noout', '-text'])).stdout;
    expect(text).toMatch(/CA:TRUE, pathlen:0/);
    expect(text).toMatch(/X509v3 Name Constraints: critical\s+Permitted:\s+DNS:localhost/);
    expect(text).toContain('IP:127.0.0.0/255.0.0.0');
    expect(text).toContain('IP:172.16.0.0/255.240.0.0');
  });

  it('keeps its keys for the owner alone', async () => {
    await make();
    const modeOf = async (file: string): Promise<string> =>
      ((await stat(join(directory, file))).mode & 0o777).toString(8);
    expect(await Promise.all(['dev-ca-key.pem', 'dev-key.pem'].map(modeOf))).toEqual(['600', '600']);
    expect(await modeOf('.')).toBe('700');
    expect(await readFile(join(directory, 'dev-ca.pem'), 'utf8')).not.toContain('PRIVATE');
  });

  it('is worth nothing for a public name, even with the key of the authority in hand', async () => {
    const { authorityFile } = await make();
    const authority = {
      certificate: await readFile(authorityFile, 'utf8'),
      privateKey: await readFile(join(directory, 'dev-ca-key.pem'), 'utf8'),
    };
    const leaf = await issueLeaf(authority, ['www.example.com'], Date.now());
    await expect(
      accepts({ authorityFile, leaf, names: [], notAfterMs: 0, isNewAuthority: false }, 'www.example.com'),
    ).rejects.toThrow('permitted subtree violation');
  });
});

describe('a development certificate is made', () => {
  const serial = ({ leaf }: DevCertificate): string => new X509Certificate(leaf.certificate).serialNumber;

  it('once, and found again', async () => {
    const first = await make();
    const second = await make();
    expect(first.isNewAuthority).toBe(true);
    expect(second).toEqual({ ...first, isNewAuthority: false });
  });

  it('anew when a third of its life is left, by the same authority', async () => {
    const nowMs = Date.now();
    const first = await make(nowMs);
    expect(serial(await make(nowMs + 260 * DAY_MS))).toBe(serial(first));
    const renewed = await make(nowMs + 270 * DAY_MS);
    expect(serial(renewed)).not.toBe(serial(first));
    expect(renewed.isNewAuthority).toBe(false);
  });

  it('anew with its authority when that is about to end', async () => {
    const nowMs = Date.now();
    const first = await make(nowMs);
    const authority = await readFile(first.authorityFile, 'utf8');
    const later = await make(nowMs + 3_000 * DAY_MS);
    expect(later.isNewAuthority).toBe(true);
    expect(await readFile(later.authorityFile, 'utf8')).not.toBe(authority);
    expect(later.notAfterMs).toBeGreaterThan(nowMs + 3_390 * DAY_MS);
  });

  it('anew when more names are wanted, which then stay, or when its files are broken or do not match', async () => {
    const first = await make();
    const wider = await make(Date.now(), [...DEV_NAMES, 'api.test']);
    expect(serial(wider)).not.toBe(serial(first));
    expect(await accepts(wider, 'api.test')).toBe(true);
    expect(serial(await make())).toBe(serial(wider));
    await writeFile(join(directory, 'dev-key.pem'), first.leaf.privateKey);
    const repaired = await make(Date.now(), [...DEV_NAMES, 'api.test']);
    expect(serial(repaired)).not.toBe(serial(wider));
    await writeFile(join(directory, 'dev.pem'), 'half a certif');
    expect(await accepts(await make(), 'localhost')).toBe(true);
  });
});
