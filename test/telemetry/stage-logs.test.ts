import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// What a stage logs, set as users set it (guide page set-up-logging; telemetry E.2, E.3), read where the operator finds it.
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
const servers: Sallyport[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  upstream = await startUpstream((_request, response) => response.end('served'));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await upstream.stop();
  await folder.remove();
});

/** A server with a stage that logs all that it can. */
async function start(flags: readonly string[]): Promise<{ readonly server: Sallyport; readonly api: string }> {
  const server = await startSallyport(flags);
  servers.push(server);
  const client = sdk(server.controlUrl);
  const { apis } = client;
  const api = await deployProxy(client, 'pets', upstream.url, 'dev');
  await apis.updateAccount({
    patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value: 'arn:aws:iam::000000000000:role/logs' }],
  });
  await apis.updateStage({
    restApiId: api,
    stageName: 'dev',
    patchOperations: [
      { op: 'replace', path: '/*/*/logging/loglevel', value: 'INFO' },
      {
        op: 'replace',
        path: '/accessLogSettings/destinationArn',
        value: 'arn:aws:logs:us-east-1:000000000000:log-group:pets/access:*',
      },
      { op: 'replace', path: '/accessLogSettings/format', value: '$context.requestId $context.status $context.path' },
    ],
  });
  return { server, api };
}

/** Calls the stage, and gives the id of the request. */
async function call(base: string, api: string): Promise<string | null> {
  const answer = await fetch(`${base}/_aws/execute-api/${api}/dev/pets`, { headers: { Connection: 'close' } });
  return answer.headers.get('x-amzn-requestid');
}

test('all processes write the log groups of a stage as files of the data directory', async () => {
  const { server, api } = await start(['--data-dir', folder.path, '--workers', '2', '--stage-logs', 'files']);
  const ids = new Set<string | null>();
  for (let n = 0; n < 20; n++) ids.add(await call(n % 5 === 0 ? server.controlUrl : server.gatewayUrl, api));
  const access = await events('pets%2Faccess.log', 20);
  expect(new Set(access.map(({ message }) => message))).toEqual(new Set([...ids].map((id) => `${id} 200 /dev/pets`)));
  const execution = await events(`API-Gateway-Execution-Logs_${api}%2Fdev.log`, 20 * 8);
  for (const id of ids) {
    const lines = execution.filter(({ message }) => message.startsWith(`(${id}) `)).map(({ message }) => message);
    expect(lines.at(-1)).toBe(`(${id}) Method completed with status: 200`);
  }
  // A stream is written by one process.
  expect(new Set(execution.map(({ logStream }) => logStream)).size).toBeGreaterThan(1);
});

test('or to standard output', async () => {
  const { server, api } = await start(['--ephemeral', '--stage-logs', 'stdout']);
  const id = await call(server.gatewayUrl, api);
  const line = `"message":"${id} 200 /dev/pets"}\n`;
  while (!server.output().includes(line)) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.output()).toContain(`"logGroup":"API-Gateway-Execution-Logs_${api}/dev"`);
});

interface Event {
  readonly logStream: string;
  readonly message: string;
}

/** The events of a log group, when there are so many. */
async function events(name: string, count: number): Promise<readonly Event[]> {
  const logs = join(folder.path, 'logs');
  for (;;) {
    const lines = filesIn(logs).includes(name) ? readFileSync(join(logs, name), 'utf8').split('\n').slice(0, -1) : [];
    if (lines.length >= count) return lines.map((line) => JSON.parse(line));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** None before the first event. */
function filesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
