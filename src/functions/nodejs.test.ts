import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from './testing/harness.ts';

// Real Node.js processes. The shapes are those of AWS's own runtime (aws-lambda-nodejs-runtime-interface-client) and of
// the Lambda guide's "Node.js" chapter.
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const answerOf = async (files: Readonly<Record<string, string>>, handler = 'index.handler', event: unknown = {}) => {
  const version = await harness.deploy(files, { handler });
  return harness.invoke(version, event);
};

describe('where a handler may stand', () => {
  test('a CommonJS file', async () => {
    const { json } = await answerOf({ 'index.js': 'exports.handler = async (event) => event.a + 1' }, undefined, {
      a: 1,
    });
    expect(json).toBe(2);
  });

  test('an ES module, by extension and by package.json', async () => {
    const source = 'import { basename } from "node:path"; export const handler = async () => basename("/a/b")';
    expect((await answerOf({ 'index.mjs': source })).json).toBe('b');
    expect((await answerOf({ 'index.js': source, 'package.json': '{"type":"module"}' })).json).toBe('b');
  });

  test('a CommonJS file in a module package', async () => {
    const files = { 'index.cjs': 'exports.handler = async () => 1', 'package.json': '{"type":"module"}' };
    expect((await answerOf(files)).json).toBe(1);
  });

  test('a file in a folder, a function in an object, a package of its own', async () => {
    const files = {
      'src/api.js': 'exports.users = { list: async () => require("dep") }',
      'node_modules/dep/index.js': 'module.exports = "dep"',
    };
    expect((await answerOf(files, 'src/api.users.list')).json).toBe('dep');
  });

  // On AWS the program is an ES module (/var/runtime/index.mjs), of which CommonJS knows nothing.
  test('among modules that are its own', async () => {
    const source = `exports.handler = async () => ({ main: require.main ?? 'none', loaded: Object.keys(require.cache).length });`;
    expect((await answerOf({ 'index.js': source })).json).toEqual({ main: 'none', loaded: 1 });
  });
});

describe('how a handler may answer', () => {
  test('by callback, when nothing is left to do', async () => {
    const source = `exports.handler = (event, context, callback) => {
      let late = 'no';
      setTimeout(() => { late = 'yes'; }, 30);
      callback(null, { get late() { return late; } });
    }`;
    expect((await answerOf({ 'index.js': source })).json).toEqual({ late: 'yes' });
  });

  test('by callback at once, when it does not wait for the empty event loop', async () => {
    const source = `exports.handler = (event, context, callback) => {
      context.callbackWaitsForEmptyEventLoop = false;
      setInterval(() => {}, 1000);
      callback(null, 'now');
    }`;
    expect((await answerOf({ 'index.js': source })).json).toBe('now');
  });

  test('by context.succeed, and by context.fail', async () => {
    expect((await answerOf({ 'index.js': 'exports.handler = (e, c) => c.succeed("done")' })).json).toBe('done');
    const failed = await answerOf({ 'index.js': 'exports.handler = (e, c) => c.fail(new RangeError("no"))' });
    expect(failed).toMatchObject({ functionError: 'Unhandled', json: { errorType: 'RangeError', errorMessage: 'no' } });
  });

  test('not at all: null', async () => {
    expect((await answerOf({ 'index.js': 'exports.handler = () => {}' })).json).toBeNull();
    expect((await answerOf({ 'index.js': 'exports.handler = async () => {}' })).json).toBeNull();
    expect((await answerOf({ 'index.js': 'exports.handler = () => new Promise(() => {})' })).json).toBeNull();
  });

  test('not at all, though an invocation before answers meanwhile: null', async () => {
    const version = await harness.deploy({
      'index.js': `let before = () => undefined;
        exports.handler = () => new Promise((resolve) => { before('late'); before = resolve; });`,
    });
    expect((await harness.invoke(version)).json).toBeNull();
    expect((await harness.invoke(version)).json).toBeNull();
  });
});

// Lambda guide, "Define Lambda function handler in Node.js": callbacks are gone with Node.js 24; the words are seen in users' logs.
test('not by callback from Node.js 24 on, whatever the handler does with it', async () => {
  const errorOf = async (source: string) => {
    const version = await harness.deploy({ 'index.js': source }, { runtime: 'nodejs24.x' });
    return (await harness.invoke(version)).json.errorType;
  };
  const deprecated = 'Runtime.CallbackHandlerDeprecated';
  expect(await errorOf('exports.handler = (event, context, callback) => callback(null, 1)')).toBe(deprecated);
  expect(await errorOf('exports.handler = async (event, context, callback) => 1')).toBe(deprecated);
  expect(await errorOf('exports.handler = async (event, context) => 1')).toBeUndefined();
  const streaming = 'awslambda.streamifyResponse(async (event, stream, context) => stream.end("1"))';
  expect(await errorOf(`exports.handler = ${streaming}`)).toBeUndefined();
});

test('the context has the members that the Lambda guide lists', async () => {
  const source = `exports.handler = async (event, context) => ({
    ...context, left: context.getRemainingTimeInMillis(), cwd: process.cwd(), trace: process.env._X_AMZN_TRACE_ID })`;
  const version = await harness.deploy({ 'index.js': source }, { memorySizeMb: 256, timeoutMs: 10_000 });
  const clientContext = Buffer.from('{"custom":{"a":1}}').toString('base64');
  const { json } = await harness.invoke(version, {}, { requestId: 'id-1', traceId: 'Root=1-a-b', clientContext });
  expect(json).toMatchObject({
    functionName: version.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: version.arn,
    memoryLimitInMB: '256',
    awsRequestId: 'id-1',
    logGroupName: `/aws/lambda/${version.functionName}`,
    callbackWaitsForEmptyEventLoop: true,
    clientContext: { custom: { a: 1 } },
    cwd: version.codeDirectory,
    trace: 'Root=1-a-b',
  });
  expect(json.logStreamName).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
  expect(json.left).toBeGreaterThan(5_000);
  // The deadline is a whole millisecond, rounded up: the clock of these tests has fractions.
  expect(json.left).toBeLessThanOrEqual(10_001);
});

describe('what goes wrong', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, string, Readonly<Record<string, unknown>>][] = [
    [
      'throws',
      { 'index.js': 'exports.handler = async () => { throw new TypeError("bad") }' },
      'index.handler',
      { errorType: 'TypeError', errorMessage: 'bad' },
    ],
    [
      'throws what is no error',
      { 'index.js': 'exports.handler = async () => { throw "text" }' },
      'index.handler',
      { errorType: 'string', errorMessage: 'text', trace: [] },
    ],
    [
      'answers a callback’s error',
      { 'index.js': 'exports.handler = (e, c, cb) => cb(new Error("cb"))' },
      'index.handler',
      { errorType: 'Error', errorMessage: 'cb' },
    ],
    ['no such file', {}, 'nothing.handler', { errorType: 'Runtime.ImportModuleError' }],
    [
      'no such dependency',
      { 'index.js': 'require("left-out")' },
      'index.handler',
      { errorType: 'Runtime.ImportModuleError' },
    ],
    [
      'no such dependency of a module',
      { 'index.mjs': 'import "left-out"' },
      'index.handler',
      { errorType: 'Runtime.ImportModuleError' },
    ],
    [
      'no such export',
      { 'index.js': 'exports.other = 1' },
      'index.handler',
      { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is undefined or not exported' },
    ],
    [
      'an export that is no function',
      { 'index.js': 'exports.handler = 1' },
      'index.handler',
      { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is not a function' },
    ],
    [
      'a syntax error',
      { 'index.js': 'exports.handler = async ( => {}' },
      'index.handler',
      { errorType: 'Runtime.UserCodeSyntaxError' },
    ],
    [
      'a syntax error in a module',
      { 'index.mjs': 'export const handler = async ( => {}' },
      'index.handler',
      { errorType: 'Runtime.UserCodeSyntaxError' },
    ],
    [
      'a handler setting without a dot',
      { 'index.js': '' },
      'index',
      { errorType: 'Runtime.MalformedHandlerName', errorMessage: 'Bad handler' },
    ],
    [
      'throws while it is loaded',
      { 'index.js': 'throw new RangeError("init")' },
      'index.handler',
      { errorType: 'RangeError', errorMessage: 'init' },
    ],
  ];
  test.each(cases)('%s', async (_name, files, handler, error) => {
    const { functionError, statusCode, json } = await answerOf(files, handler);
    expect({ functionError, statusCode }).toEqual({ functionError: 'Unhandled', statusCode: 200 });
    expect(json).toMatchObject(error);
    expect(Object.keys(json)).toEqual(['errorType', 'errorMessage', 'trace']);
  });

  test('a rejection that nobody handles ends the instance, after it has been told', async () => {
    const source = `exports.handler = async (event) => {
      if (event.bad) { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 1000)); }
      return process.pid;
    }`;
    const version = await harness.deploy({ 'index.js': source });
    const { json: pid } = await harness.invoke(version);
    expect((await harness.invoke(version, { bad: true })).json).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: lost',
    });
    expect((await harness.invoke(version)).json).not.toBe(pid);
  });

  test('an error whose name can stand in no header', async () => {
    const source = `exports.handler = async () => { const e = new Error('m'); e.name = 'Größe\\n€'; throw e }`;
    expect((await answerOf({ 'index.js': source })).json).toMatchObject({ errorType: 'Größe\n€', errorMessage: 'm' });
  });

  // More than the system holds of what one process has written and the other has not read.
  test('a process ends when all of its last error is out', async () => {
    const source = 'throw new Error("x".repeat(2_000_000))';
    const { json } = await answerOf({ 'index.js': source });
    expect(json.errorType).toBe('Error');
    expect(json.errorMessage.length).toBe(2_000_000);
  });

  test('an error thrown in a timer is told too', async () => {
    const source = `exports.handler = () => { setTimeout(() => { throw new Error('later') }, 1) }`;
    expect((await answerOf({ 'index.js': source })).json).toMatchObject({ errorType: 'Error', errorMessage: 'later' });
  });
});

test('console lines carry time, request id and level (as recorded on AWS, `test_invocation_with_logs[nodejs16.x]`)', async () => {
  const source = `exports.handler = async () => { console.log({a: 1}); console.error('two\\nlines'); process.stderr.write('raw\\n') }`;
  const version = await harness.deploy({ 'index.js': source });
  const { logTail } = await harness.invoke(version, {}, { requestId: 'the-id' });
  const time = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
  expect(logTail).toMatch(/^START RequestId: the-id Version: \$LATEST\n/);
  expect(logTail).toMatch(new RegExp(`^${time}\tthe-id\tINFO\t\\{ a: 1 \\}$`, 'm'));
  expect(logTail).toMatch(new RegExp(`${time}\tthe-id\tERROR\ttwo\rlines\n`));
  expect(logTail).toContain('raw\n');
  expect(logTail).toMatch(/\nEND RequestId: the-id\nREPORT RequestId: the-id\tDuration: .* ms\t\n$/);
  expect(harness.lines.filter((line) => line.startsWith('the-id '))).toHaveLength(6);
});

test.each(['stdout', 'stderr'])('what a function has written to %s is out when it exits', async (stream) => {
  const files = {
    'index.js': `exports.handler = async () => {
      process.${stream}.write(('x'.repeat(1023) + '\\n').repeat(2048) + 'the last\\n');
      process.exit(1);
    };`,
  };
  const version = await harness.deploy(files, { timeoutMs: 15_000 });
  harness.lines.length = 0;
  await harness.invoke(version);
  expect(harness.lines.filter((line) => line.endsWith('xxx'))).toHaveLength(2048);
  expect(harness.lines.some((line) => line.endsWith(' the last'))).toBe(true);
});

// Without a collection of all of the heap, which would hide what lives too long: there is none yet after so few calls.
test('calls leave nothing that lives on', async () => {
  const source = `const { getHeapSpaceStatistics } = require('node:v8');
    exports.handler = async () => getHeapSpaceStatistics().find((space) => space.space_name === 'old_space').space_used_size;`;
  const version = await harness.deploy({ 'index.js': source });
  const event = { text: 'x'.repeat(1_000) };
  const usedBytes = async () => Number((await harness.invoke(version, event)).json);
  const before = await usedBytes();
  for (let n = 0; n < 1_000; n++) await usedBytes();
  // What Node.js itself compiles on the way is about 0.3 MB.
  expect((await usedBytes()) - before).toBeLessThan(1_000_000);
});
