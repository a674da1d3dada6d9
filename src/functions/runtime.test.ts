import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FunctionVersion } from '../model/index.ts';
import { type Harness, startHarness } from './testing/harness.ts';

// The platform against functions that misbehave: real processes, one harness a test. Error texts: see function-errors.ts.
let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const PID = 'exports.handler = async () => process.pid';
const node = (source: string, settings?: Partial<FunctionVersion>) => harness.deploy({ 'index.js': source }, settings);
/** A process that has ended but is not reaped yet (state Z) does not live. */
const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));

describe('instances', () => {
  test('one instance serves calls that follow each other', async () => {
    const version = await node(PID);
    const pids = [];
    for (let call = 0; call < 20; call++) pids.push((await harness.invoke(version)).json);
    expect(new Set(pids).size).toBe(1);
  });

  test('calls at the same time run on instances of their own, and those are reused', async () => {
    const version = await node(
      'exports.handler = async () => { await new Promise((r) => setTimeout(r, 150)); return process.pid }',
    );
    const burst = async () => (await Promise.all([1, 2, 3].map(() => harness.invoke(version)))).map(({ json }) => json);
    const first = await burst();
    expect(new Set(first).size).toBe(3);
    expect((await burst()).sort()).toEqual(first.sort());
  });

  test('another revision runs on another instance, and the old one leaves', async () => {
    const version = await node(PID);
    const { json: old } = await harness.invoke(version);
    expect((await harness.invoke({ ...version, revisionId: 'next' })).json).not.toBe(old);
    await expect.poll(() => isAlive(old)).toBe(false);
  });

  test('a retired instance finishes what it runs, then leaves', async () => {
    const version = await node(
      'exports.handler = async () => { await new Promise((r) => setTimeout(r, 200)); return process.pid }',
    );
    const call = harness.invoke(version);
    await sleep(100);
    expect(harness.runtime.isInUse(version.codeDirectory)).toBe(true);
    harness.runtime.retire(version.arn);
    const { json: pid, functionError } = await call;
    expect(functionError).toBeUndefined();
    await expect.poll(() => isAlive(pid)).toBe(false);
    await expect.poll(() => harness.runtime.isInUse(version.codeDirectory)).toBe(false);
  });

  test('and so does one that is still to be started for a call', async () => {
    const version = await node(PID);
    const call = harness.invoke(version);
    harness.runtime.retire(version.arn);
    const { json: pid } = await call;
    await expect.poll(() => isAlive(pid)).toBe(false);
    await expect.poll(() => harness.runtime.isInUse(version.codeDirectory)).toBe(false);
  });

  test('an instance has a folder for temporary files that goes with it', async () => {
    const version = await node(
      'exports.handler = async () => { require("fs").writeFileSync(require("os").tmpdir() + "/f", "x"); return require("os").tmpdir() }',
    );
    const { json: folder } = await harness.invoke(version);
    expect(await readdir(folder)).toEqual(['f']);
    harness.runtime.retire(version.arn);
    await expect.poll(() => readdir(harness.workDirectory)).toEqual([]);
  });
});

test('an idle instance leaves', async () => {
  const own = await startHarness({ idleTimeoutMs: 50 });
  const version = await own.deploy({ 'index.js': PID });
  const { json: pid } = await own.invoke(version);
  await expect.poll(() => isAlive(pid)).toBe(false);
  await own.close();
});

test('no more instances than allowed: an idle one of another function makes room, a busy one does not', async () => {
  const own = await startHarness({ maxInstances: 1 });
  const [first, second] = [
    await own.deploy({ 'index.js': PID }),
    await own.deploy({ 'index.js': 'exports.handler = async () => { await new Promise((r) => setTimeout(r, 300)) }' }),
  ];
  await own.invoke(first);
  const busy = own.invoke(second);
  await sleep(150);
  // AWS's text (recorded: `exc_no_cap_requestresponse`).
  const request = { functionArn: first.arn, payload: Buffer.from('{}') };
  expect(await own.runtime.invoke(first, request)).toEqual({
    kind: 'refused',
    reason: 'TooManyRequests',
    message: 'Rate Exceeded.',
    throttle: 'ConcurrentInvocationLimitExceeded',
  });
  expect((await busy).functionError).toBeUndefined();
  await own.close();
});

describe('a function that misbehaves gets AWS’s error, and the next call succeeds', () => {
  const EXIT = /^RequestId: id Error: Runtime exited with error: /;
  const twice = async (version: FunctionVersion) => {
    const failed = await harness.invoke(version, { bad: true }, { requestId: 'id' });
    expect(failed).toMatchObject({ statusCode: 200, functionError: 'Unhandled', executedVersion: '$LATEST' });
    expect((await harness.invoke(version, { bad: false })).json).toBe('fine');
    return failed;
  };
  const whenBad = (what: string, settings?: Partial<FunctionVersion>) =>
    node(`exports.handler = async (event) => { if (event.bad) { ${what} } return 'fine' }`, settings);

  /** Of which the next call, on a new instance, needs some for its start. */
  const TIMEOUT_MS = 2_000;

  test('runs too long', async () => {
    const version = await whenBad('await new Promise((r) => setTimeout(r, 5000))', { timeoutMs: TIMEOUT_MS });
    const { json, logTail } = await twice(version);
    expect(json).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: 'RequestId: id Error: Task timed out after 2.00 seconds',
    });
    expect(logTail).toMatch(
      /Z id Task timed out after 2\.00 seconds\nEND RequestId: id\nREPORT .*\tStatus: timeout\t\n$/,
    );
  });

  test('never yields and ignores SIGTERM', async () => {
    const { json } = await twice(
      await whenBad('process.on("SIGTERM", () => {}); for (;;);', { timeoutMs: TIMEOUT_MS }),
    );
    expect(json.errorType).toBe('Sandbox.Timedout');
  });

  test('exits', async () => {
    const { json, logTail } = await twice(await whenBad('process.exit(7)'));
    expect(json).toEqual({ errorType: 'Runtime.ExitError', errorMessage: expect.stringMatching(EXIT) });
    expect(json.errorMessage).toMatch(/exit status 7$/);
    expect(logTail).toMatch(/\tStatus: error\tError Type: Runtime\.ExitError\t\n$/);
  });

  test('exits with status 0', async () => {
    const { json } = await twice(await whenBad('process.exit(0)'));
    expect(json.errorMessage).toBe('RequestId: id Error: Runtime exited without providing a reason');
  });

  test('is killed', async () => {
    const { json } = await twice(
      await whenBad('process.kill(process.pid, "SIGKILL"); await new Promise(() => setInterval(() => {}, 99))'),
    );
    expect(json.errorMessage).toBe('RequestId: id Error: Runtime exited with error: signal: killed');
  });

  test('answers more than 6 MB', async () => {
    const { json } = await twice(await whenBad('return "x".repeat(6_300_000)'));
    expect(json).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  });

  test('answers what JSON cannot say', async () => {
    const { json } = await twice(await whenBad('return { a: 1n }'));
    expect(json.errorType).toBe('TypeError');
  });

  test('fills its heap', async () => {
    const { json } = await twice(
      await whenBad('const kept = []; for (;;) kept.push(new Array(1e5).fill({}))', { timeoutMs: 15_000 }),
    );
    // By the heap's limit, or by the watch on all of its memory: whichever sees it first.
    expect(json.errorMessage).toMatch(/^RequestId: id Error: Runtime exited with error: signal: (aborted|killed)$/);
  });
});

test('an answer of just 6 MB passes', async () => {
  const version = await node('exports.handler = async () => "x".repeat(6 * 1024 * 1024 - 2)');
  const { json, functionError } = await harness.invoke(version);
  expect(functionError).toBeUndefined();
  expect(json).toHaveLength(6_291_454);
});

test('1 MB of output costs no more than the tail, and the answer comes', async () => {
  const version = await node(
    'exports.handler = async () => { console.log("x".repeat(1_000_000)); console.log("end"); return 1 }',
  );
  const { json, logTail } = await harness.invoke(version);
  expect(json).toBe(1);
  expect(Buffer.byteLength(logTail)).toBe(4096);
  expect(logTail).toContain('\tend\n');
});

test('an instance that was killed while idle is not used again', async () => {
  const version = await node(PID);
  const { json: pid } = await harness.invoke(version);
  process.kill(pid, 'SIGKILL');
  // No longer listed: its end has been told to this process.
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  await sleep(20);
  const { json: next, functionError } = await harness.invoke(version);
  expect(functionError).toBeUndefined();
  expect(next).not.toBe(pid);
});

test('what a function started goes with it', async () => {
  const source = `exports.handler = async () => require('child_process').spawn('sleep', ['60'], { stdio: 'ignore' }).pid`;
  const version = await node(source);
  const { json: grandchild } = await harness.invoke(version);
  expect(isAlive(grandchild)).toBe(true);
  harness.runtime.retire(version.arn);
  await expect.poll(() => isAlive(grandchild)).toBe(false);
});

describe('the init phase', () => {
  test('that ends the process: the error of an exit', async () => {
    const { json } = await harness.invoke(await node('process.exit(3)'), {}, { requestId: 'id' });
    expect(json.errorMessage).toBe('RequestId: id Error: Runtime exited with error: exit status 3');
  });

  describe('of 400 ms at most', () => {
    beforeEach(async () => {
      await harness.close();
      harness = await startHarness({ initTimeoutMs: 400 });
    });

    test('that never ends is begun again on the function’s time, then times out', async () => {
      const version = await node('for (;;);', { timeoutMs: 300 });
      const began = performance.now();
      const { json, functionError } = await harness.invoke(version);
      expect(functionError).toBe('Unhandled');
      expect(json.errorMessage).toMatch(/Task timed out after 0\.30 seconds$/);
      expect(performance.now() - began).toBeGreaterThan(690);
      await expect.poll(() => readdir(harness.workDirectory)).toEqual([]);
    });

    test('that takes longer than the limit but less than the timeout succeeds the second time', async () => {
      const version = await node(`const until = Date.now() + 500; while (Date.now() < until); ${PID}`, {
        timeoutMs: 15_000,
      });
      expect((await harness.invoke(version)).functionError).toBeUndefined();
    });
  });

  test('writes to the log of its first invocation', async () => {
    const version = await node('console.log("from init"); exports.handler = async () => 1');
    expect((await harness.invoke(version)).logTail).toContain('from init');
    expect((await harness.invoke(version)).logTail).not.toContain('from init');
  });
});

test('a caller that goes away leaves the function running', async () => {
  const version = await node(
    'exports.handler = async () => { await new Promise((r) => setTimeout(r, 150)); console.log("ran on"); return process.pid }',
  );
  const { json: pid } = await harness.invoke(version);
  const request = { functionArn: version.arn, payload: Buffer.from('{}'), requestId: 'gone' };
  const abort = new AbortController();
  const call = harness.runtime.invoke(version, request, abort.signal);
  setTimeout(() => abort.abort(new Error('client gone')), 50);
  await expect(call).rejects.toThrow('client gone');
  await expect.poll(() => harness.lines.some((line) => line.startsWith('gone END'))).toBe(true);
  expect(harness.lines.some((line) => line.startsWith('gone ') && line.endsWith('ran on'))).toBe(true);
  expect((await harness.invoke(version)).json).toBe(pid);
});

test('close lets a running call finish, then leaves nothing behind', async () => {
  const version = await node(
    'exports.handler = async () => { await new Promise((r) => setTimeout(r, 150)); return process.pid }',
  );
  const call = harness.invoke(version);
  await sleep(100);
  await harness.runtime.close(2000);
  const { json: pid, functionError } = await call;
  expect(functionError).toBeUndefined();
  expect(isAlive(pid)).toBe(false);
  await expect(readdir(harness.workDirectory)).rejects.toThrow('ENOENT');
  await expect(harness.invoke(version)).rejects.toThrow('ServiceFailure');
});

test('close waits no longer than it is told', async () => {
  const version = await node('exports.handler = async () => new Promise(() => setInterval(() => {}, 99))');
  const call = harness.invoke(version);
  await sleep(150);
  await harness.runtime.close(50);
  expect((await call).json.errorMessage).toMatch(/signal: killed$/);
});

describe('processes that escape', () => {
  test('end with the runtime, though they have left their group', async () => {
    const source = `exports.handler = async () =>
      require('child_process').spawn('sleep', ['60'], { stdio: 'ignore', detached: true }).pid`;
    const { json: stray } = await harness.invoke(await node(source));
    expect(isAlive(stray)).toBe(true);
    await harness.runtime.close(0);
    await expect.poll(() => isAlive(stray)).toBe(false);
  });

  test('of a runtime that was killed end when the next one starts', async () => {
    const TMPDIR = join(harness.workDirectory, '../killed/instance-abc');
    const left = spawn('sleep', ['60'], { env: { PATH: process.env.PATH, TMPDIR }, stdio: 'ignore' });
    const pid = left.pid ?? 0;
    await expect.poll(() => isAlive(pid)).toBe(true);
    const next = await startHarness({ workDirectory: join(harness.workDirectory, '../killed') });
    await expect.poll(() => isAlive(pid)).toBe(false);
    await next.close();
  });
});

test('an environment that no process can have is the function’s error, and leaves nothing behind', async () => {
  const version = await node(PID, { environment: { BAD: 'a\0b' } });
  expect((await harness.invoke(version)).json.errorType).toBe('Runtime.InvalidEntrypoint');
  await expect.poll(() => readdir(harness.workDirectory)).toEqual([]);
});

// So that no invocation outlives its credentials: one that begins may last as long as the function's timeout.
describe('an instance is replaced before its credentials expire', () => {
  const source = 'exports.handler = async () => process.env.AWS_ACCESS_KEY_ID';
  const timeoutMs = 10_000;
  // Long enough for the start of an instance on a slow and busy machine.
  const firstMs = 2_000;
  /** The first credentials are good for what is asked within the next `firstMs`, later ones for a minute. */
  const start = async () => {
    let count = 0;
    const own = await startHarness({
      async credentialsOf() {
        count++;
        const expiresAtMs = Date.now() + timeoutMs + (count === 1 ? firstMs : 60_000);
        const secrets = { secretAccessKey: 's', sessionToken: 't' };
        return { accessKeyId: `ASIA${count}`, ...secrets, expiresAtMs, endpointUrl: 'http://a' };
      },
    });
    return { own, given: () => count };
  };

  test('that waits for work', async () => {
    const { own } = await start();
    const version = await own.deploy({ 'index.js': source }, { timeoutMs });
    expect((await own.invoke(version)).json).toBe('ASIA1');
    await sleep(firstMs + 100);
    expect((await own.invoke(version)).json).toBe('ASIA2');
    expect((await own.invoke(version)).json).toBe('ASIA2');
    await own.close();
  });

  test('that is kept ready, without anybody asking for it', async () => {
    const { own, given } = await start();
    const version = await own.deploy({ 'index.js': source }, { timeoutMs });
    await own.runtime.provision(version, 1);
    await expect.poll(given, { timeout: 5_000 }).toBe(2);
    await expect.poll(() => own.runtime.provisioned(version.arn, '$LATEST').available, { timeout: 5_000 }).toBe(1);
    expect((await own.invoke(version)).json).toBe('ASIA2');
    await own.close();
  });

  test('that is busy, when it has finished', async () => {
    const { own } = await start();
    const slow = `exports.handler = async () => {
      await new Promise((r) => setTimeout(r, ${firstMs + 100}));
      return process.env.AWS_ACCESS_KEY_ID;
    }`;
    const version = await own.deploy({ 'index.js': slow }, { timeoutMs });
    expect((await own.invoke(version)).json).toBe('ASIA1');
    expect((await own.invoke(version)).json).toBe('ASIA2');
    await own.close();
  });
});
