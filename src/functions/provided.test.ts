import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from './testing/harness.ts';

// Custom runtimes: programs that were written against the Lambda guide ("Building a custom runtime"), not against us.
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ initTimeoutMs: 400 });
});
afterAll(() => harness.close());

// What is to be answered has the time of a slow and busy machine: nobody waits for it to be over.
const AMPLE_MS = 15_000;
const deploy = (bootstrap: string, timeoutMs = AMPLE_MS) =>
  harness.deploy({ bootstrap }, { runtime: 'provided.al2023', handler: 'function.handler', timeoutMs });
const errorOf = async (bootstrap: string, timeoutMs?: number) => {
  const { functionError, json } = await harness.invoke(await deploy(bootstrap, timeoutMs), {}, { requestId: 'id' });
  expect(functionError).toBe('Unhandled');
  return json;
};

/** A runtime in Node.js that asks once and then does as it is told with `id`, `post(path, body)` and `ask()`. */
const nodeRuntime = (body: string) => `#!${process.execPath}
const api = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/';
const ask = () => fetch(api + 'invocation/next');
const post = (path, body) => fetch(api + path, { method: 'POST', body }).then(async (r) => [r.status, await r.text()]);
(async () => {
  for (;;) {
    const event = await ask();
    const id = event.headers.get('Lambda-Runtime-Aws-Request-Id');
    ${body}
  }
})();
`;

test.skipIf(!existsSync('/usr/bin/curl'))('the guide’s shell runtime: curl, one connection a request', async () => {
  const version = await deploy(`#!/bin/sh
set -eu
echo "handler $_HANDLER"
while true; do
  HEADERS="$(mktemp)"
  EVENT=$(curl -sS -LD "$HEADERS" "http://\${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/next")
  REQUEST_ID=$(grep -Fi Lambda-Runtime-Aws-Request-Id "$HEADERS" | tr -d '[:space:]' | cut -d: -f2)
  curl -sS -o /dev/null "http://\${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/$REQUEST_ID/response" -d "{\\"got\\": $EVENT}"
done
`);
  for (let call = 0; call < 3; call++)
    expect((await harness.invoke(version, { call })).json).toEqual({ got: { call } });
});

test('an event comes with the headers that the guide lists', async () => {
  const version = await deploy(
    nodeRuntime(`
    await post('invocation/' + id + '/response', JSON.stringify(Object.fromEntries(event.headers)));`),
  );
  const before = Date.now();
  const { json } = await harness.invoke(version, {}, { requestId: 'id', traceId: 'Root=1-a-b' });
  expect(json).toMatchObject({
    'lambda-runtime-aws-request-id': 'id',
    'lambda-runtime-invoked-function-arn': version.arn,
    'lambda-runtime-trace-id': 'Root=1-a-b',
  });
  expect(Number(json['lambda-runtime-deadline-ms'])).toBeGreaterThanOrEqual(before + AMPLE_MS);
});

test('a runtime’s error object is passed on as it is', async () => {
  const error = await errorOf(
    nodeRuntime(`await post('invocation/' + id + '/error', '{"errorType":"My.Own","x":1}');`),
  );
  expect(error).toEqual({ errorType: 'My.Own', x: 1 });
});

describe('garbage on the Runtime API is refused, and harms nothing', () => {
  test('another request id, a second answer, an early question, an unknown path', async () => {
    const version = await deploy(
      nodeRuntime(`
      const seen = [];
      seen.push(await post('invocation/other/response', '1'));
      seen.push([(await ask()).status]);
      seen.push((await post('no/such/path', '1')).slice(0, 1));
      seen.push((await post('init/error', '{}')).slice(0, 1));
      seen.push([(await fetch(api + 'invocation/next', { method: 'DELETE' })).status]);
      await post('invocation/' + id + '/response', JSON.stringify(seen));
      const late = await post('invocation/' + id + '/response', '"late"');
      console.log('late', late[0]);`),
    );
    const { json } = await harness.invoke(version);
    expect(json).toEqual([
      // The texts are those of the Runtime API in AWS's open emulator (aws-lambda-runtime-interface-emulator).
      [400, '{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}'],
      [403],
      [404],
      [403],
      [405],
    ]);
    await expect.poll(() => harness.lines.filter((line) => line.endsWith('late 400'))).toHaveLength(1);
  });

  test('bytes that are no HTTP', async () => {
    const version = await deploy(
      nodeRuntime(`
      const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
      await new Promise((done) => require('net').connect(port, host, function () { this.end('\\0\\1garbage\\r\\n\\r\\n'); }).on('close', done).resume());
      await post('invocation/' + id + '/response', '"still here"');`),
    );
    expect((await harness.invoke(version)).json).toBe('still here');
  });

  test('an answer that is no JSON goes to the caller as it is', async () => {
    const version = await deploy(nodeRuntime(`await post('invocation/' + id + '/response', 'Echoing');`));
    const request = { functionArn: version.arn, payload: Buffer.from('{}') };
    const result = await harness.runtime.invoke(version, request);
    expect(result.kind === 'invoked' && Buffer.from(result.payload).toString()).toBe('Echoing');
  });
});

describe('a bootstrap that does not work', () => {
  test('is not there', async () => {
    const version = await harness.deploy({ other: '' }, { runtime: 'provided.al2' });
    const { json } = await harness.invoke(version, {}, { requestId: 'id' });
    expect(json).toEqual({
      errorType: 'Runtime.InvalidEntrypoint',
      errorMessage: `RequestId: id Error: fork/exec ${join(version.codeDirectory, 'bootstrap')}: no such file or directory`,
    });
  });

  test('is not executable', async () => {
    const version = await deploy('#!/bin/sh\n');
    await chmod(join(version.codeDirectory, 'bootstrap'), 0o644);
    const { json } = await harness.invoke(version);
    expect(json.errorMessage).toMatch(/: permission denied$/);
  });

  test('ends at once', async () => {
    expect(await errorOf('#!/bin/sh\nexit 0\n')).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: 'RequestId: id Error: Runtime exited without providing a reason',
    });
  });

  test('never asks for work', async () => {
    expect((await errorOf('#!/bin/sh\nsleep 60\n', 500)).errorType).toBe('Sandbox.Timedout');
  });

  test('reports an error of its init phase', async () => {
    const source = `#!${process.execPath}
fetch('http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/init/error', { method: 'POST', body: '{"errorType":"Own.Init"}' });
`;
    expect(await errorOf(source)).toEqual({ errorType: 'Own.Init' });
  });
});
