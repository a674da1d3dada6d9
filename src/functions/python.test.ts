import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from './testing/harness.ts';

// Real Python processes. The error shapes are recorded on AWS (localstack's test_lambda.snapshot.json, `TestLambdaErrors`,
// November 2025); the texts of the Runtime.* errors are those of AWS's own runtime (awslambdaric).
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const deploy = (source: string, handler = 'app.handler') =>
  harness.deploy({ 'app.py': source }, { runtime: 'python3.12', handler });
const answerOf = async (source: string, handler?: string, event: unknown = {}) =>
  harness.invoke(await deploy(source, handler), event);

test('a handler gets the event and answers JSON, Unicode and Decimal included', async () => {
  const source = `from decimal import Decimal
def handler(event, context):
    return {'sum': event['a'] + 1, 'text': 'größer', 'whole': Decimal('3'), 'part': Decimal('1.5'), 'none': None}`;
  expect((await answerOf(source, undefined, { a: 1 })).json).toEqual({
    sum: 2,
    text: 'größer',
    whole: 3,
    part: 1.5,
    none: null,
  });
});

test('a handler may stand in a folder', async () => {
  const version = await harness.deploy(
    { 'src/api.py': 'def users(event, context):\n    return "users"' },
    { runtime: 'python3.11', handler: 'src/api.users' },
  );
  expect((await harness.invoke(version)).json).toBe('users');
});

test('the context has the members that the Lambda guide lists', async () => {
  const source = `import os
def handler(event, context):
    return {'name': context.function_name, 'version': context.function_version, 'arn': context.invoked_function_arn,
      'memory': context.memory_limit_in_mb, 'id': context.aws_request_id, 'group': context.log_group_name,
      'stream': context.log_stream_name, 'left': context.get_remaining_time_in_millis(),
      'custom': context.client_context.custom, 'cwd': os.getcwd()}`;
  const version = await deploy(source);
  const clientContext = Buffer.from('{"custom":{"a":1}}').toString('base64');
  const { json } = await harness.invoke(version, {}, { requestId: 'id-1', clientContext });
  expect(json).toMatchObject({
    name: version.functionName,
    version: '$LATEST',
    arn: version.arn,
    memory: '128',
    id: 'id-1',
    group: `/aws/lambda/${version.functionName}`,
    custom: { a: 1 },
    cwd: version.codeDirectory,
  });
  expect(json.left).toBeGreaterThan(2000);
});

describe('what goes wrong', () => {
  test('a handler that raises', async () => {
    const version = await deploy('def handler(event, context):\n    raise Exception("Handler fails")');
    const { json, functionError, logTail } = await harness.invoke(version, {}, { requestId: 'id-2' });
    expect(functionError).toBe('Unhandled');
    expect(json).toEqual({
      errorMessage: 'Handler fails',
      errorType: 'Exception',
      requestId: 'id-2',
      stackTrace: [
        `  File "${version.codeDirectory}/app.py", line 2, in handler\n    raise Exception("Handler fails")\n`,
      ],
    });
    expect(logTail).toContain('[ERROR] Exception: Handler fails\rTraceback (most recent call last):\r\u00a0\u00a0File');
  });

  test('a handler that raises what no header can name', async () => {
    const { json } = await answerOf('class Größe(Exception): pass\ndef handler(event, context):\n    raise Größe("€")');
    expect(json).toMatchObject({ errorType: 'Größe', errorMessage: '€' });
  });

  test('a module that raises while it is imported', async () => {
    const { json } = await answerOf('raise Exception("Runtime startup fails")');
    expect(json).toMatchObject({ errorMessage: 'Runtime startup fails', errorType: 'Exception', requestId: '' });
    expect(json.stackTrace.at(-1)).toMatch(
      /^ {2}File ".*\/app\.py", line 1, in <module>\n {4}raise Exception\("Runtime startup fails"\)\n$/,
    );
  });

  test.each([
    [
      'def handler(event, context):\n    pass',
      'none.handler',
      'Runtime.ImportModuleError',
      "Unable to import module 'none': No module named 'none'",
    ],
    [
      'import left_out',
      'app.handler',
      'Runtime.ImportModuleError',
      "Unable to import module 'app': No module named 'left_out'",
    ],
    ['def other(): pass', 'app.handler', 'Runtime.HandlerNotFound', "Handler 'handler' missing on module 'app'"],
    [
      'def handler(',
      'app.handler',
      'Runtime.UserCodeSyntaxError',
      "Syntax error in module 'app': '(' was never closed (app.py, line 1)",
    ],
    ['', 'app', 'Runtime.MalformedHandlerName', "Bad handler 'app': not enough values to unpack (expected 2, got 1)"],
    [
      'def handler(event, context):\n    return {1, 2}',
      'app.handler',
      'Runtime.MarshalError',
      'Unable to marshal response: Object of type set is not JSON serializable',
    ],
  ])('%j with handler %s', async (source, handler, errorType, message) => {
    const { json, functionError } = await answerOf(source, handler);
    expect(functionError).toBe('Unhandled');
    expect(json).toMatchObject({ errorType, errorMessage: message });
  });

  test('a handler that exits, and a module that exits (recorded: `test_lambda_handler_exit`, `test_lambda_runtime_exit`)', async () => {
    const handlerExit = await answerOf('import sys\ndef handler(event, context):\n    sys.exit(0)');
    expect(handlerExit.json.errorMessage).toMatch(/^RequestId: \S+ Error: Runtime exited without providing a reason$/);
    const initExit = await answerOf('import sys\nsys.exit(3)');
    expect(initExit.json).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Runtime exited with error: exit status 3$/),
    });
  });
});

test('print and logging arrive in order, the logger’s lines in Lambda’s format', async () => {
  const source = `import logging
logger = logging.getLogger()
logger.setLevel(logging.INFO)
def handler(event, context):
    print('first')
    logger.info('second\\nline')
    print('third', end='')`;
  const version = await deploy(source);
  const { logTail } = await harness.invoke(version, {}, { requestId: 'id-3' });
  const lines = logTail.split('\n');
  expect(lines[1]).toBe('first');
  // Recorded on AWS: `[INFO]\tdate\trequest id\tmessage` (`test_request_id_invoke`).
  expect(lines[2]).toMatch(/^\[INFO\]\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\tid-3\tsecond\rline$/);
});
