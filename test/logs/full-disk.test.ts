import { spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, logRequests, type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

const SIZE_MB = 160;
/** What is to be left of it to others (docs/guides/requests-and-logs.md). */
const RESERVED_MB = 64;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let server: Sallyport | undefined;
let client: Sdk;

/** A disk of its own is root's to have. */
const canMount = process.getuid?.() === 0 && mountWorks();

function mountWorks(): boolean {
  const path = `/tmp/sallyport-mount-${process.pid}`;
  mkdirSync(path, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path]).status === 0;
  if (mounted) spawnSync('umount', [path]);
  rmdirSync(path);
  return mounted;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  upstream = await startUpstream((_request, response) => response.end('served'));
  if (!canMount) return;
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder.path]);
  server = await startSallyport(['--data-dir', join(folder.path, 'data'), '--max-workers', '1']);
  client = sdk(server.controlUrl);
});
afterAll(async () => {
  await server?.stop();
  if (canMount) spawnSync('umount', ['-l', folder.path]);
  await upstream.stop();
  await folder.remove();
});

test.skipIf(!canMount)(
  'a full disk costs log events and nothing else, and says so (needs root, who may mount)',
  async () => {
    const api = await deployProxy(client, 'pets', upstream.url, 'dev');
    await logRequests(client, api, 'dev', {
      destinationArn: 'arn:aws:logs:us-east-1:000000000000:log-group:pets',
      format: '$context.requestId',
    });
    const here = { logGroupName: 'app', logStreamName: 'one' };
    await client.logs.createLogGroup({ logGroupName: 'app' });
    await client.logs.createLogStream(here);
    const put = (message: string) =>
      client.logs.putLogEvents({ ...here, logEvents: [{ timestamp: Date.now(), message }] });
    await put('kept');

    const { bavail, bsize } = statfsSync(folder.path);
    const ballast = join(folder.path, 'ballast');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - (RESERVED_MB / 2) * 1_048_576, 1));
    await expect
      .poll(() => put('lost').catch((error: Error) => error.name), { timeout: 10_000 })
      .toBe('ServiceUnavailableException');

    const call = () => fetch(`${server?.gatewayUrl}/_aws/execute-api/${api}/dev/pets`).then(({ status }) => status);
    expect(await call()).toBe(200);
    await expect.poll(() => server?.output(), { timeout: 10_000 }).toContain('The disk takes no log events');
    // APIs are changed all the same.
    await client.apis.createApiKey({ name: 'key' });
    expect(await call()).toBe(200);
    const kept = async () => (await client.logs.getLogEvents(here)).events?.map(({ message }) => message);
    expect((await kept())?.[0]).toBe('kept');

    unlinkSync(ballast);
    await expect.poll(() => put('again').then(() => 'taken', String), { timeout: 10_000 }).toBe('taken');
    expect((await kept())?.at(-1)).toBe('again');
  },
  60_000,
);
