import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionVersion, StreamEnd, StreamedInvocation } from '../model/index.ts';
import { type Harness, startHarness } from './testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const streams = (body: string) => ({
  'index.js': `exports.handler = awslambda.streamifyResponse(async (event, stream, context) => { ${body} });`,
});

async function open(version: FunctionVersion, event: unknown = {}): Promise<StreamedInvocation> {
  const payload = Buffer.from(JSON.stringify(event));
  const result = await harness.runtime.invokeStreaming(version, { functionArn: version.arn, payload });
  if (result.kind === 'refused') throw new Error(result.message);
  return result;
}

async function readAll({ body }: StreamedInvocation): Promise<{ readonly text: string; readonly end: StreamEnd }> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = await body.next();
    if (next.done === true) return { text: Buffer.concat(pieces).toString(), end: next.value };
    pieces.push(next.value);
  }
}

// Lambda guide, "Response streaming for Lambda functions", and "Building a custom runtime" for the words on the wire.
describe('a Node.js handler that streams', () => {
  it('sends each piece as it is written', async () => {
    const version = await harness.deploy(
      streams(`stream.setContentType('text/plain'); stream.write('one ');
        await new Promise((resolve) => setTimeout(resolve, 200)); stream.write('two'); stream.end();`),
    );
    const { body, contentType, executedVersion } = await open(version);
    expect([contentType, executedVersion]).toEqual(['text/plain', '$LATEST']);
    expect(Buffer.from((await body.next()).value as Uint8Array).toString()).toBe('one ');
    expect(Buffer.from((await body.next()).value as Uint8Array).toString()).toBe('two');
    const end = await body.next();
    expect(end.done).toBe(true);
    expect((end.value as StreamEnd).logTail).toMatch(/^START .*\nEND .*\nREPORT /);
    expect((end.value as StreamEnd).error).toBeUndefined();
  });

  it('puts metadata before the body of an HTTP answer (fact D70)', async () => {
    const version = await harness.deploy(
      streams(`stream = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { a: 'b' } });
        stream.write('x'.repeat(event.length)); stream.end();`),
    );
    const answer = await open(version, { length: 3 });
    expect(answer.contentType).toBe('application/vnd.awslambda.http-integration-response');
    expect((await readAll(answer)).text).toBe(`{"statusCode":201,"headers":{"a":"b"}}${'\0'.repeat(8)}xxx`);
  });

  it('tells an error in the middle at the end, and one before as any function’s', async () => {
    const middle = await harness.deploy(streams(`stream.write('begun'); throw new TypeError('late');`));
    const { text, end } = await readAll(await open(middle));
    expect(text).toBe('begun');
    expect(end.error?.code).toBe('Unhandled');
    expect(JSON.parse(end.error?.details ?? '')).toMatchObject({ errorType: 'TypeError', errorMessage: 'late' });

    const early = await harness.deploy(streams(`throw new RangeError('early');`));
    const failed = await readAll(await open(early));
    expect(failed.text).toBe('');
    expect(JSON.parse(failed.end.error?.details ?? '')).toMatchObject({ errorType: 'RangeError' });
  });

  it('has answered, whatever it throws after the end of its answer, and goes on', async () => {
    const version = await harness.deploy(
      streams(`stream.end(String(process.pid)); await new Promise((resolve) => stream.once('finish', resolve));
        await new Promise((resolve) => setTimeout(resolve, event.afterMs)); throw new TypeError('too late');`),
    );
    const { text, end } = await readAll(await open(version, { afterMs: 0 }));
    expect(end.error).toBeUndefined();
    expect(await readAll(await open(version, { afterMs: 50 }))).toMatchObject({ text });
    await expect.poll(() => harness.lines.filter((line) => line.includes('too late')).length).toBe(2);
    expect((await readAll(await open(version, { afterMs: 0 }))).text).toBe(text);
  });

  it('sends what it wrote before an error, and leaves nothing of it to the next answer', async () => {
    const version = await harness.deploy(
      streams(`if (event.fails) {
          for (let i = 0; i < 4; i++) stream.write(Buffer.alloc(1_048_576, 'a'));
          throw new TypeError('in the middle');
        }
        for (let i = 0; i < 20; i++) {
          stream.write('b');
          await new Promise((resolve) => setTimeout(resolve, 5));
        }`),
    );
    const failed = await readAll(await open(version, { fails: true }));
    expect(failed.text.length).toBe(4 * 1_048_576);
    expect(failed.end.error?.details).toContain('in the middle');
    const { text, end } = await readAll(await open(version));
    expect(text.length).toBe(20);
    expect(text).toBe('b'.repeat(20));
    expect(end.error).toBeUndefined();
  });

  it('is told apart when its process ends, or its time is over, in the middle', async () => {
    const exits = await harness.deploy(
      streams(`stream.write('x'); setTimeout(() => process.exit(7), 50);
      await new Promise(() => {});`),
    );
    const exited = await readAll(await open(exits));
    expect(exited.text).toBe('x');
    expect(exited.end.error?.details).toContain('Runtime exited with error: exit status 7');

    const hangs = await harness.deploy(
      streams(`stream.write('x'); setInterval(() => {}, 1000); await new Promise(() => {});`),
      { timeoutMs: 1_000 },
    );
    const timedOut = await readAll(await open(hangs));
    expect(timedOut.end.error?.details).toContain('Task timed out after 1.00 seconds');
  });

  it('is slowed down by a slow reader, and runs on unheard when that one leaves', async () => {
    const version = await harness.deploy(
      streams(`for (let i = 0; i < 512; i++) if (!stream.write(Buffer.alloc(65536)))
        await new Promise((resolve) => stream.once('drain', resolve)); console.log('sent all'); stream.end();`),
    );
    const { body } = await open(version);
    await body.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(harness.lines.some((line) => line.endsWith('sent all'))).toBe(false);
    await body.return?.();
    await expect.poll(() => harness.lines.some((line) => line.endsWith('sent all')), { timeout: 5_000 }).toBe(true);
    await expect.poll(() => harness.lines.some((line) => line.includes('REPORT')), { timeout: 5_000 }).toBe(true);
  });

  it('gives a caller who waits the whole', async () => {
    const version = await harness.deploy(streams(`stream.write('{"a":'); stream.write('1}'); stream.end();`));
    expect((await harness.invoke(version)).json).toEqual({ a: 1 });
    expect((await harness.invoke(version)).json).toEqual({ a: 1 });
  });

  it('pipes', async () => {
    const version = await harness.deploy(
      streams(
        `await require('node:stream/promises').pipeline(require('node:stream').Readable.from(['a', 'b']), stream);`,
      ),
    );
    expect((await readAll(await open(version))).text).toBe('ab');
  });
});

// `--pending-deprecation` makes Node.js warn of what the bootstrap reads and writes by (DEP0111), so that it takes `node:net` then.
describe.each([{}, { NODE_OPTIONS: '--pending-deprecation' }])('in the environment %j', (environment) => {
  it('large events and answers come whole, one after the other and at once', async () => {
    const text = 'Ünï'.repeat(700_000);
    const echo = await harness.deploy({ 'index.js': 'exports.handler = async (event) => event' }, { environment });
    for (let n = 0; n < 3; n++) expect((await harness.invoke(echo, { n, text })).json).toEqual({ n, text });

    // Each write leaves before the next is asked for, or has to wait.
    const pieces = await harness.deploy(
      streams(`for (let n = 0; n < 200; n++) stream.write(String(n % 10).repeat(50_000)); stream.end('.');`),
      { environment },
    );
    const { text: written } = await readAll(await open(pieces));
    const expected = Array.from({ length: 200 }, (_, n) => String(n % 10).repeat(50_000));
    expect(written === `${expected.join('')}.`).toBe(true);
  });

  it('nothing is warned of', async () => {
    const version = await harness.deploy({ 'index.js': 'exports.handler = async () => 1' }, { environment });
    const { logTail } = await harness.invoke(version);
    expect(logTail).not.toMatch(/warning/i);
  });
});

it('gives the answer of a function that does not stream as one piece', async () => {
  const version = await harness.deploy({ 'index.js': 'exports.handler = async () => ({ a: 1 });' });
  const { text, end } = await readAll(await open(version));
  expect([text, end.error]).toEqual(['{"a":1}', undefined]);
});

it('takes a streamed answer of a custom runtime, with curl', async () => {
  const bootstrap = `#!/bin/sh
API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
while true; do
  HEADERS=$(mktemp)
  curl -sS -LD "$HEADERS" "$API/next" >/dev/null
  ID=$(grep -i '^Lambda-Runtime-Aws-Request-Id:' "$HEADERS" | tr -d '[:space:]' | cut -d: -f2)
  (echo one; sleep 0.2; echo two) | curl -sS -X POST -H 'Lambda-Runtime-Function-Response-Mode: streaming' \\
    -H 'Content-Type: text/event-stream' -H 'Transfer-Encoding: chunked' -T - "$API/$ID/response" >/dev/null
done
`;
  const version = await harness.deploy({ bootstrap }, { runtime: 'provided.al2023' });
  const answer = await open(version);
  expect(answer.contentType).toBe('text/event-stream');
  expect((await readAll(answer)).text).toBe('one\ntwo\n');
});
