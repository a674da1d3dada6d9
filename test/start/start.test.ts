import { once } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { freePort, listening } from '../support/ports.ts';
import { run, type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { createApi, deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
const servers: Sallyport[] = [];

async function folder(): Promise<string> {
  const made = await temporaryFolder();
  folders.push(made);
  return made.path;
}

async function start(...flags: string[]): Promise<Sallyport> {
  const server = await startSallyport(flags);
  servers.push(server);
  return server;
}

/** Runs the command to its end and gives what it said. */
async function refused(args: readonly string[], environment?: Readonly<Record<string, string>>) {
  const child = run(args, environment);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await Promise.all(folders.splice(0).map((made) => made.remove()));
});

describe('sallyport start', () => {
  test('says where everything is, and keeps its state over a restart', async () => {
    const dataDirectory = await folder();
    const first = await startSallyport(['--data-dir', dataDirectory]);
    const { restApiId } = await createApi(sdk(first.controlUrl), 'kept');
    await first.stop();
    const second = await start('--data-dir', dataDirectory);
    const api = await sdk(second.controlUrl).apis.getRestApi({ restApiId });
    expect(api.name).toBe('kept');
  });

  test('is ready before it says what functions are kept to', async () => {
    const server = await start('--ephemeral');
    await expect
      .poll(server.output, { timeout: 10_000 })
      .toMatch(/Root credentials .*\n(.*\n)* {2}Functions {2,}\w.*\n\n$/);
  });

  test('makes root credentials at the first start, readable by the owner alone', async () => {
    const dataDirectory = await folder();
    const child = run(['start', '--data-dir', dataDirectory, '--control-port', '0', '--gateway-port', '0'], {
      SALLYPORT_ROOT_ACCESS_KEY_ID: '',
      SALLYPORT_ROOT_SECRET_ACCESS_KEY: '',
    });
    const [banner] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    const file = join(dataDirectory, 'root-credentials.json');
    expect(String(banner)).toContain(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      accessKeyId: expect.stringMatching(/^[A-Z0-9]{20}$/),
    });
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test.each([
    ['the reader of its banner has gone', 'text', 'pipe'],
    ['the reader of its log has gone', 'json', 'pipe'],
    ['its log cannot be written', 'json', '/dev/full'],
  ])('goes on serving when %s, and stops in order', async (_what, format, output) => {
    const port = await freePort();
    const file = output === 'pipe' ? undefined : await open(output, 'w');
    const flags = ['--ephemeral', '--gateway-port', '0', '--control-port', String(port), '--log-format', format];
    const child = run(['start', ...flags], {}, { output: file?.fd ?? 'pipe' });
    onTestFinished(() => void child.kill('SIGKILL'));
    await file?.close();
    child.stdout?.destroy();
    child.stderr?.destroy();
    await listening(port, child);
    const health = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status;
    await expect.poll(health).toBe(200);
    // Now it says that it is ready, then what functions are kept to.
    for (let asked = 0; asked < 10; asked++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await health()).toBe(200);
    }
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('SIGTERM finishes the running request, refuses new ones and ends the whole process tree with exit code 0', async () => {
    const server = await startSallyport(['--ephemeral']);
    let arrived: () => void = () => undefined;
    const inBackend = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const upstream = await startUpstream((_request, response) => {
      arrived();
      setTimeout(() => response.end('finished'), 500);
    });
    const api = await deployProxy(sdk(server.controlUrl), 'slow', upstream.url, 'dev');
    const running = fetch(`${server.gatewayUrl}/_aws/execute-api/${api}/dev/slow`);
    await inBackend;
    const stopped = server.stop();
    expect(await (await running).text()).toBe('finished');
    await stopped;
    await upstream.stop();
    expect(server.process.exitCode).toBe(0);
    await expect(fetch(`${server.gatewayUrl}/`)).rejects.toThrow();
    await expect(fetch(`${server.controlUrl}/health`)).rejects.toThrow();
  });
});

describe('one clear sentence and exit code 1', () => {
  test.each([
    ['control', '--control-port', '--gateway-port'],
    ['gateway', '--gateway-port', '--control-port'],
  ])('a taken %s port', async (_name, taken, other) => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const port = (blocker.address() as { port: number }).port;
    const { code, said } = await refused(['start', '--ephemeral', taken, String(port), other, '0']);
    blocker.close();
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(said).toContain(taken);
    expect(code).toBe(1);
  });

  test('a data directory in use', async () => {
    const dataDirectory = await folder();
    await start('--data-dir', dataDirectory);
    const { code, said } = await refused([
      'start',
      '--data-dir',
      dataDirectory,
      '--control-port',
      '0',
      '--gateway-port',
      '0',
    ]);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(dataDirectory);
    expect(code).toBe(1);
  });

  test('a data directory of a newer version', async () => {
    const dataDirectory = await folder();
    await (await startSallyport(['--data-dir', dataDirectory])).stop();
    const store = new Database(join(dataDirectory, 'store.db'));
    store.pragma('user_version = 999');
    store.close();
    const { code, said } = await refused([
      'start',
      '--data-dir',
      dataDirectory,
      '--control-port',
      '0',
      '--gateway-port',
      '0',
    ]);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain('written by a newer Sallyport');
    expect(code).toBe(1);
  });

  test('an unknown flag, an unknown variable and a wrong value, each by name', async () => {
    const { code, said } = await refused(['start', '--gateway-prt', '1', '--workers', 'many'], {
      SALLYPORT_COLOUR: 'red',
    });
    expect(said).toContain('--gateway-prt');
    expect(said).toContain('--workers');
    expect(said).toContain('SALLYPORT_COLOUR');
    expect(code).toBe(1);
  });
});

describe('--ephemeral', () => {
  test('POST /_sallyport/reset empties all state; a web page may not send it', async () => {
    const server = await start('--ephemeral');
    const client = sdk(server.controlUrl);
    await createApi(client, 'gone');
    const reset = (headers = {}) => fetch(`${server.controlUrl}/_sallyport/reset`, { method: 'POST', headers });
    expect((await reset({ origin: 'http://example.com' })).status).toBe(403);
    expect((await client.apis.getRestApis({})).items).toHaveLength(1);
    expect((await reset()).status).toBe(200);
    expect((await client.apis.getRestApis({})).items ?? []).toHaveLength(0);
  });

  test('without the flag there is no reset', async () => {
    const server = await start('--data-dir', await folder());
    await createApi(sdk(server.controlUrl), 'stays');
    const answer = await fetch(`${server.controlUrl}/_sallyport/reset`, { method: 'POST' });
    expect(answer.status).toBe(403);
    expect((await sdk(server.controlUrl).apis.getRestApis({})).items).toHaveLength(1);
  });
});
