import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:http2';
import { get } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until, workersOf } from '../support/processes.ts';
import { run, type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let httpsUrl: string;
let ca: string;
let api: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const made = run(['tls', 'dev', '--data-dir', folder.path]);
  expect((await once(made, 'exit'))[0]).toBe(0);
  server = await startSallyport([
    '--data-dir',
    folder.path,
    '--tls-dev',
    '--https-port',
    '0',
    '--redirect-to-https',
    '--workers',
    '2',
  ]);
  httpsUrl = /(https:\/\/\S+)/.exec(server.output())?.[1] ?? '';
  ca = await readFile(join(folder.path, 'tls', 'dev-ca.pem'), 'utf8');
  upstream = await startUpstream((request, response) =>
    response.end(`${request.method} ${request.headers['x-forwarded-proto'] ?? ''}`),
  );
  api = await deployProxy(sdk(server.controlUrl), 'pets', upstream.url, 'dev');
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await folder.remove();
});

function getOver1(path: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    get(new URL(path, httpsUrl), { ca, servername: 'localhost' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    }).on('error', reject);
  });
}

async function getOver2(path: string): Promise<{ status: number | undefined; text: string }> {
  const session = connect(httpsUrl, { ca, servername: 'localhost' });
  const stream = session.request({ ':path': path });
  const [headers] = await once(stream, 'response');
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  session.close();
  return { status: headers[':status'], text };
}

describe('the encrypted port, by a certificate of `sallyport tls dev`', () => {
  test('serves HTTP/1.1', async () => {
    expect(await getOver1(`/_aws/execute-api/${api}/dev/pets`)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^GET/),
    });
  });

  test('serves HTTP/2 from the same port', async () => {
    expect(await getOver2(`/_aws/execute-api/${api}/dev/pets`)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^GET/),
    });
  });

  test('the plain port redirects to it with path and query', async () => {
    const answer = await fetch(`${server.gatewayUrl}/_aws/execute-api/${api}/dev/pets?type=cat`, {
      redirect: 'manual',
    });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe(
      `https://127.0.0.1:${new URL(httpsUrl).port}/_aws/execute-api/${api}/dev/pets?type=cat`,
    );
  });

  test('a worker that is new shows the same certificate', async () => {
    const before = workersOf(server.process.pid);
    server.process.kill('SIGHUP');
    await until('all are new', () => {
      const now = workersOf(server.process.pid);
      return now.length > 0 && now.every((pid) => !before.includes(pid));
    });
    for (let call = 0; call < 8; call += 1)
      expect((await getOver1(`/_aws/execute-api/${api}/dev/pets`)).status).toBe(200);
  });
});

test('certificate files without their key are refused by name', async () => {
  const child = run(['start', '--ephemeral', '--tls-certificate', 'chain.pem']);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  expect((await once(child, 'close'))[0]).toBe(1);
  expect(said).toContain('--tls-certificate is given without --tls-key');
});
