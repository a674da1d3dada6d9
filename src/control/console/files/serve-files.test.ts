import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type H1Listener, listenH1 } from '../../../http/index.ts';
import { createFileServer } from './serve-files.ts';

const PAGE = '<!doctype html><title>Sallyport</title>';
const SCRIPT = 'console.log("app")';

let folder: string;
let listener: H1Listener;
const errors: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  await writeFile(join(folder, 'secret.js'), 'not the console’s');
  await build({ 'index.html': PAGE, 'assets/app-1a2b.js': SCRIPT, 'assets/app-1a2b.js.map': '{}' });
  const serve = createFileServer(join(folder, 'dist'), (error) => errors.push(error));
  const onExchange: Parameters<typeof listenH1>[0]['onExchange'] = (exchange) =>
    serve(exchange, exchange.target.split('?', 1)[0] ?? '');
  listener = await listenH1({ host: '127.0.0.1', port: 0, onExchange });
});
afterEach(async () => {
  await listener.close(0);
  await rm(folder, { recursive: true });
  expect(errors.splice(0)).toEqual([]);
});

async function build(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, 'dist', name, '..'), { recursive: true });
    await writeFile(join(folder, 'dist', name), content);
  }
}

/** The target goes out as it is, which `fetch` would not do. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: listener.port, path, method, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    sent.on('error', reject).end();
  });
}

describe('pages', () => {
  it.each([
    '/console/',
    '/console/index.html',
    '/console/apis/abc123/resources',
    '/console/domains/api.example.com?tab=tls',
    '/console/logs/%2Faws%2Flambda%2Fhello.js',
  ])('%s is the page, which is never kept', async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, body.toString()]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  });

  it('/console leads to /console/', async () => {
    const { status, headers } = await ask('/console');
    expect([status, headers.location]).toEqual([302, '/console/']);
  });

  it('a new build is served at once', async () => {
    await ask('/console/');
    await build({ 'index.html': `${PAGE}<p>new`, 'assets/new-3c4d.js': SCRIPT });
    expect((await ask('/console/')).body.toString()).toContain('new');
    expect((await ask('/console/assets/new-3c4d.js')).status).toBe(200);
  });

  it('say what to do where none is built', async () => {
    await rm(join(folder, 'dist'), { recursive: true });
    const { status, body } = await ask('/console/');
    expect([status, body.toString()]).toEqual([404, expect.stringContaining('npm run build')]);
  });
});

describe('assets', () => {
  it('are kept for ever by the hash in their names', async () => {
    const { status, headers, body } = await ask('/console/assets/app-1a2b.js');
    expect([status, body.toString()]).toEqual([200, SCRIPT]);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('that are not there are no page', async () => {
    expect((await ask('/console/assets/app-old.js')).status).toBe(404);
    expect((await ask('/console/favicon.ico', { 'sec-fetch-dest': 'image' })).status).toBe(404);
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br; q=0.000, *', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['', undefined],
  ])('Accept-Encoding: %s takes %s', async (accepted, encoding) => {
    await build({ 'assets/app-1a2b.js.br': brotliCompressSync(SCRIPT), 'assets/app-1a2b.js.gz': gzipSync(SCRIPT) });
    const { headers, body } = await ask('/console/assets/app-1a2b.js', { 'accept-encoding': accepted });
    expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'Accept-Encoding']);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    const expected = { br: brotliCompressSync(SCRIPT), gzip: gzipSync(SCRIPT) }[encoding ?? ''] ?? Buffer.from(SCRIPT);
    expect(body.equals(expected)).toBe(true);
  });

  it('HEAD tells the same without the body', async () => {
    const { status, headers, body } = await ask('/console/assets/app-1a2b.js', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(SCRIPT.length), 0]);
  });
});

describe('nothing else is read', () => {
  it.each([
    '/console/../secret.js',
    '/console/%2e%2e/secret.js',
    '/console/assets/../../secret.js',
    '/console/assets/..%2f..%2fsecret.js',
    '/console/assets//etc/passwd',
    '/console/..%5csecret.js',
    '/console/index.html%00.js',
    '/console/assets/app-1a2b.js.map',
    '/console/assets/link.js',
    '/console/assets/outside/secret.js',
    '/console/assets/',
  ])('%s', async (path) => {
    await mkdir(join(folder, 'dist/assets'), { recursive: true });
    await symlink(join(folder, 'secret.js'), join(folder, 'dist/assets/link.js'));
    await symlink(folder, join(folder, 'dist/assets/outside'));
    expect((await ask(path)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    const { status, headers } = await ask('/console/', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

// OWASP Secure Headers Project: what keeps a page to itself.
it.each(['/console', '/console/', '/console/assets/app-1a2b.js', '/console/assets/none.js'])(
  '%s tells browsers to load nothing from elsewhere, to frame nothing and to guess nothing',
  async (path) => {
    const { headers } = await ask(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  },
);
