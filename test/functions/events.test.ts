import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { freePort, listening } from '../support/ports.ts';
import { childrenOf, until } from '../support/processes.ts';
import { pythonHas } from '../support/python.ts';
import { clientEnvironment, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { type Sdk, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';
import { createZip } from '../support/zip.ts';

const EVENTS = 1_000;
const CALLERS = 8;

function createFunction(client: Sdk, FunctionName: string, source: string) {
  return client.functions.createFunction({
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/events',
    Timeout: 10,
    Code: { ZipFile: createZip({ 'index.js': source }) },
  });
}

// What AWS promises of an asynchronous invocation that it has accepted: at least one run (Lambda guide, "Asynchronous invocation").
test(`of ${EVENTS} accepted events, each is run, though everything is killed in the middle`, async () => {
  const folder = await temporaryFolder();
  const ran = new Set<string>();
  const witness = await startUpstream((request, response) => {
    ran.add(String(request.url).slice(1));
    response.end();
  });
  const source = `exports.handler = async ({ id }) => (await fetch('${witness.url}/' + id)).status;`;
  let server = await startSallyport(['--data-dir', join(folder.path, 'data'), '--max-workers', '1']);
  try {
    let client = sdk(server.controlUrl);
    await createFunction(client, 'durable', source);
    const accepted = new Set<string>();
    const numbers = Array.from({ length: EVENTS }, (_, number) => number).values();
    const call = async () => {
      for (const number of numbers) {
        const id = `e${number}`;
        const Payload = JSON.stringify({ id });
        const answer = await client.functions.invoke({ FunctionName: 'durable', InvocationType: 'Event', Payload });
        expect(answer.StatusCode).toBe(202);
        accepted.add(id);
      }
    };
    const calls = Array.from({ length: CALLERS }, () => call().catch(() => undefined));
    await until('some events are accepted', () => accepted.size >= EVENTS / 2);
    const tree = childrenOf(server.process.pid);
    for (const pid of tree) kill(pid);
    await server.kill();
    await Promise.all(calls);
    const before = ran.size;
    expect(accepted.size).toBeLessThan(EVENTS);

    server = await startSallyport(['--data-dir', join(folder.path, 'data'), '--max-workers', '1']);
    client = sdk(server.controlUrl);
    // The callers send on what was not taken.
    const rest = Array.from({ length: EVENTS }, (_, number) => `e${number}`).filter((id) => !accepted.has(id));
    for (const id of rest) {
      const Payload = JSON.stringify({ id });
      await client.functions.invoke({ FunctionName: 'durable', InvocationType: 'Event', Payload });
    }
    await until(
      'every accepted event has run',
      () => ran.size === EVENTS,
      () => `${ran.size}`,
    );
    expect(before).toBeLessThan(EVENTS);
    const journal = join(folder.path, 'data', 'functions', 'events.jsonl');
    await until(
      'nothing is left to be run a second time',
      () => leftIn(journal) === 0,
      () => `${leftIn(journal)}`,
    );
    await server.stop();
    expect(leftIn(journal)).toBe(0);
  } finally {
    await server.stop();
    await witness.stop();
    await folder.remove();
  }
});

/** Events that have been written down and not crossed out. */
function leftIn(journal: string): number {
  const left = new Set<string>();
  for (const line of readFileSync(journal, 'utf8').split('\n')) {
    if (line.startsWith('+')) left.add(JSON.parse(line.slice(1)).id);
    else if (line.startsWith('-')) left.delete(line.slice(1));
  }
  return left.size;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

test.skipIf(!pythonHas('boto3, moto.server'))(
  'results go to queues, topics, event buses and functions, and dead letters to a queue (needs python3 with boto3 and moto)',
  async () => {
    const port = await freePort();
    const moto = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const motoUrl = `http://127.0.0.1:${port}`;
    const sallyport = await startSallyport(
      ['--ephemeral', '--max-workers', '1', '--service-endpoints', `*=${motoUrl}`],
      {
        environment: { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
      },
    );
    try {
      await listening(port, moto);
      const program = join(packageRoot, 'test', 'functions', 'destinations.py');
      const { status, stdout, stderr } = await runProgram(
        'python3',
        [program, sallyport.controlUrl, motoUrl],
        clientEnvironment(sallyport),
      );
      expect(stderr).toBe('');
      expect(status).toBe(0);
      // Lambda guide, "Adding a destination" (its example) and "Dead-letter queues".
      const record = {
        version: '1.0',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        requestContext: {
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:work:$LATEST',
          condition: 'Success',
          approximateInvokeCount: 1,
        },
        requestPayload: { n: 1 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST' },
        responsePayload: { twice: 2 },
      };
      const failed = {
        ...record,
        requestContext: { ...record.requestContext, condition: 'RetriesExhausted' },
        requestPayload: { fail: true },
        responseContext: { ...record.responseContext, functionError: 'Unhandled' },
        responsePayload: { errorType: 'Error', errorMessage: 'no', trace: expect.any(Array) },
      };
      expect(JSON.parse(stdout)).toEqual({
        queue: record,
        topic: record,
        bus: { source: 'lambda', 'detail-type': 'Lambda Function Invocation Result - Success', detail: record },
        function: record,
        failure: failed,
        letter: {
          body: { fail: true },
          RequestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
          ErrorCode: '200',
          ErrorMessage: 'no',
        },
      });
    } finally {
      moto.kill('SIGKILL');
      await Promise.all([sallyport.stop(), moto.exitCode === null && once(moto, 'exit')]);
    }
  },
);
