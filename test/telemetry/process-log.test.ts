import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../support/ports.ts';
import { until } from '../support/processes.ts';
import { credentials, run, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';

// What the command itself prints: for programs (`sallyport start --log-format json | jq .`), and for people.

type Line = Readonly<Record<string, unknown>>;

let started: ChildProcess | undefined;
afterEach(async () => {
  if (started === undefined || started.exitCode !== null || started.signalCode !== null) return;
  started.kill('SIGTERM');
  await once(started, 'exit');
});

function start(...flags: readonly string[]) {
  const ports = ['--control-port', '0', '--gateway-port', '0', '--max-workers', '1', '--ephemeral'];
  const child = run(['start', ...ports, ...flags]);
  started = child;
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  /** Every line of standard output; throws for one that is no JSON. */
  const lines = (): readonly Line[] => {
    const whole = said.out.slice(0, said.out.lastIndexOf('\n') + 1);
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  };
  const line = async (msg: string): Promise<Line> => {
    await until(
      msg,
      () => lines().some((one) => one.msg === msg),
      () => said.out + said.err,
    );
    return lines().find((one) => one.msg === msg) ?? {};
  };
  return { child, said, lines, line };
}

async function failingRequest(controlUrl: string, gatewayUrl: string) {
  const uri = `http://127.0.0.1:${await freePort()}/`;
  const api = await deployProxy(sdk(controlUrl), 'fails', uri, 'dev', {
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:none/invocations',
  });
  const answer = await fetch(`${gatewayUrl}/_aws/execute-api/${api}/dev/fails`);
  return answer.headers.get('x-amzn-requestid');
}

test('as JSON all of it is on standard output, a line each, with the id of the request that it is about', async () => {
  const { child, said, lines, line } = start('--log-format', 'json', '--accounts', '111122223333');
  const ready = await line('Sallyport is ready.');
  expect(ready).toMatchObject({ level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
  expect(ready.accounts).toMatchObject([{ accountId: '111122223333' }]);
  const requestId = await failingRequest(String(ready.controlUrl), String(ready.gatewayUrl));
  await until(
    'a line about the request',
    () => lines().some((one) => one.requestId === requestId),
    () => said.out,
  );
  expect(lines().find((one) => one.requestId === requestId)).toMatchObject({
    level: 'warn',
    httpMethod: 'GET',
    resourcePath: '/fails',
  });
  await line('Functions can run.');
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(said.out.endsWith('\n')).toBe(true);
  expect(lines().length).toBeGreaterThan(2);
  expect(said.err).toBe('');
  expect(said.out).not.toMatch(/secretAccessKey/i);
  expect(said.out).not.toContain(credentials.secretAccessKey);
});

test('a reader who leaves ends nothing', async () => {
  const { child, line } = start('--log-format', 'json');
  const { controlUrl, gatewayUrl } = await line('Sallyport is ready.');
  child.stdout?.destroy();
  for (let n = 0; n < 3; n++) expect(await failingRequest(String(controlUrl), String(gatewayUrl))).not.toBeNull();
  expect((await fetch(`${controlUrl}/health`)).status).toBe(200);
});

test('for people lines are on standard error, and tell the same', async () => {
  const server = await startSallyport(['--ephemeral', '--max-workers', '1']);
  try {
    const requestId = await failingRequest(server.controlUrl, server.gatewayUrl);
    await until('a line', () => server.output().includes(`requestId=${requestId}`), server.output);
    expect(server.output()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z WARN {2}/m);
  } finally {
    await server.stop();
  }
});
