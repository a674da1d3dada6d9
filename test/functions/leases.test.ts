import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, workersOf } from '../support/processes.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { createApi, invocationUri, known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

// Workers call instances by themselves (decision 0024), and nobody can tell: limits, permissions and code are in force with the next
// call, and an instance serves whoever calls.
const code = (name: string) => `
const id = require('crypto').randomUUID();
exports.handler = async (event) => {
  const { ms, say } = event.queryStringParameters ?? event;
  if (say) {
    process.stdout.write('raw ' + say + '\\n');
    process.stderr.write(say.startsWith('gateway') ? 'half of ' : 'a line\\n');
    require('child_process').execSync('echo child ' + say, { stdio: 'inherit' });
  }
  if (ms) await new Promise((resolve) => setTimeout(resolve, Number(ms)));
  return { statusCode: 200, body: JSON.stringify({ name: '${name}', instance: id }) };
};`;

let server: Sallyport;
let client: Sdk;
beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2', '--max-workers', '2']);
  client = sdk(server.controlUrl);
});
afterAll(() => server.stop());

async function deploy(paths: readonly string[]) {
  const FunctionName = `leases-${randomUUID()}`;
  const { FunctionArn } = await client.functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/leases',
    Timeout: 10,
    Code: { ZipFile: createZip({ 'index.js': code('first') }) },
  });
  await client.functions.addPermission({
    FunctionName,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
  });
  const { restApiId } = await createApi(client, 'unused');
  const { items } = await client.apis.getResources({ restApiId });
  const parentId = known(items?.find(({ path }) => path === '/')?.id);
  for (const pathPart of paths) {
    const { id: resourceId } = await client.apis.createResource({ restApiId, parentId, pathPart });
    const method = { restApiId, resourceId, httpMethod: 'ANY' };
    await client.apis.putMethod({ ...method, authorizationType: 'NONE' });
    await client.apis.putIntegration({
      ...method,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: invocationUri(known(FunctionArn)),
    });
  }
  await client.apis.createDeployment({ restApiId, stageName: 'dev' });
  return { FunctionName, url: `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev/` };
}

interface Seen {
  readonly name: string;
  readonly instance: string;
}

/** On a connection of its own, so that any worker may serve it. */
async function call(url: string): Promise<Seen> {
  const text = await new Promise<string>((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece) => {
        body += piece;
      });
      answer.on('end', () => (answer.statusCode === 200 ? resolve(body) : reject(new Error(`${answer.statusCode}`))));
    }).on('error', reject);
  });
  return JSON.parse(text) as Seen;
}

async function invoke(FunctionName: string): Promise<Seen> {
  const { Payload } = await client.functions.invoke({ FunctionName, Payload: '{}' });
  return JSON.parse(JSON.parse(known(Payload).transformToString()).body) as Seen;
}

test('calls that follow each other run on one instance, whichever worker, path or API they come by', async () => {
  const { FunctionName, url } = await deploy(['a', 'b', 'c']);
  const instances = new Set<string>();
  for (let turn = 0; turn < 10; turn++) {
    for (const path of ['a', 'b', 'c']) instances.add((await call(url + path)).instance);
    instances.add((await invoke(FunctionName)).instance);
  }
  expect(instances.size).toBe(1);
});

test('reserved concurrency counts what runs, not what is lent (Lambda guide, "Configuring reserved concurrency")', async () => {
  const { FunctionName, url } = await deploy(['a']);
  await client.functions.putFunctionConcurrency({ FunctionName, ReservedConcurrentExecutions: 1 });
  await call(`${url}a`);
  await expect(invoke(FunctionName)).resolves.toMatchObject({ name: 'first' });
  const busy = call(`${url}a?ms=700`);
  await sleep(350);
  await expect(invoke(FunctionName)).rejects.toMatchObject({
    name: 'TooManyRequestsException',
    Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
  });
  await busy;
  await expect(invoke(FunctionName)).resolves.toMatchObject({ name: 'first' });
});

test('new code and a permission that was removed are in force with the next call', async () => {
  const { FunctionName, url } = await deploy(['a']);
  // Every worker has called it.
  for (let turn = 0; turn < 8; turn++) await call(`${url}a`);
  for (const name of ['second', 'third', 'fourth']) {
    await client.functions.updateFunctionCode({ FunctionName, ZipFile: createZip({ 'index.js': code(name) }) });
    for (let turn = 0; turn < 6; turn++) expect((await call(`${url}a`)).name).toBe(name);
  }
  await client.functions.removePermission({ FunctionName, StatementId: 'api' });
  for (let turn = 0; turn < 6; turn++) await expect(call(`${url}a`)).rejects.toThrow('500');
});

test('a call that runs while its function changes ends as it began, and its instance serves no other', async () => {
  const { FunctionName, url } = await deploy(['a']);
  const { instance } = await call(`${url}a`);
  const running = call(`${url}a?ms=500`);
  await sleep(200);
  await client.functions.updateFunctionCode({ FunctionName, ZipFile: createZip({ 'index.js': code('second') }) });
  expect((await call(`${url}a`)).name).toBe('second');
  expect(await running).toMatchObject({ name: 'first', instance });
  for (let turn = 0; turn < 6; turn++) expect((await call(`${url}a`)).name).toBe('second');
});

test('calls at the same time have instances of their own, and the next ones the same', async () => {
  const { url } = await deploy(['a']);
  const burst = async () => {
    // Long enough for the slowest start: whoever waits gets whatever is free first.
    const seen = await Promise.all(Array.from({ length: 3 }, () => call(`${url}a?ms=3000`)));
    return seen.map(({ instance }) => instance).sort();
  };
  const first = await burst();
  expect(new Set(first).size).toBe(3);
  expect(await burst()).toEqual(first);
});

test('lines belong to the call that wrote them, whoever ran it', async () => {
  const { FunctionName, url } = await deploy(['a']);
  for (let turn = 0; turn < 4; turn++) {
    await call(`${url}a?say=gateway${turn}`);
    // Events of one millisecond are in the order in which the processes that read them have sent them.
    await sleep(5);
    await client.functions.invoke({ FunctionName, Payload: JSON.stringify({ say: `invoke${turn}` }) });
    await sleep(5);
  }
  const logged = await untilLogged(FunctionName, 4 * 11);
  // What a call begins of a line, the next one ends, though another process has read it.
  expect(logged.filter((line) => line === 'half of a line\n')).toHaveLength(4);
  const text = logged
    .filter((line) => !line.startsWith('half'))
    .map((line) => line.replace(/^(START|END|REPORT).*/s, '$1').replace(/\d?\n$/, ''))
    .join(' ');
  const one = (who: string) => `START raw ${who} child ${who} END REPORT`;
  expect(text).toBe(
    Array(4)
      .fill(`${one('gateway')} ${one('invoke')}`)
      .join(' '),
  );
});

test('SIGHUP replaces the workers and keeps the instances', async () => {
  const { url } = await deploy(['a']);
  const { instance } = await call(`${url}a`);
  const before = workersOf(server.process.pid);
  server.process.kill('SIGHUP');
  await until('the workers are others', () => {
    const now = workersOf(server.process.pid);
    return now.length === 2 && now.every((pid) => !before.includes(pid));
  });
  expect((await call(`${url}a`)).instance).toBe(instance);
});

test('a worker that is killed takes the instances along that it had, and nobody else notices', async () => {
  const { url } = await deploy(['a']);
  const running = [call(`${url}a?ms=5000`), call(`${url}a?ms=5000`)].map((one) => one.catch((error: Error) => error));
  await sleep(1_000);
  for (const pid of workersOf(server.process.pid)) process.kill(pid, 'SIGKILL');
  for (const one of await Promise.all(running)) expect(one).toBeInstanceOf(Error);
  await until('others serve', async () => {
    const health = await fetch(`${server.controlUrl}/health`);
    return ((await health.json()) as { workers: number }).workers === 2;
  });
  expect((await call(`${url}a`)).name).toBe('first');
});

/** What a function has logged, when it is so much. */
async function untilLogged(FunctionName: string, lines: number): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await until('all lines are there', async () => {
    const { events = [] } = await client.logs
      .filterLogEvents({ logGroupName: `/aws/lambda/${FunctionName}` })
      .catch(() => ({ events: [] }));
    found = events.map(({ message = '' }) => message);
    return found.length >= lines;
  });
  return found;
}
