import { expect, test } from 'vitest';
import type { FunctionVersion } from '../model/index.ts';
import { instanceEnvironment, logStreamName } from './environment.ts';

const version: FunctionVersion = {
  arn: 'arn:aws:lambda:eu-west-1:000000000000:function:users',
  functionName: 'users',
  version: '$LATEST',
  revisionId: 'r',
  runtime: 'nodejs20.x',
  handler: 'index.handler',
  codeDirectory: '/code',
  environment: { STAGE: 'test', TZ: 'Europe/Berlin', AWS_REGION: 'not-this', _HANDLER: 'nor.this' },
  memorySizeMb: 256,
  timeoutMs: 3000,
  region: 'eu-west-1',
  accountId: '000000000000',
  roleArn: 'arn:aws:iam::000000000000:role/test',
};
const setting = {
  launch: { kind: 'nodejs', interpreter: '/opt/node/bin/node' },
  runtimeApi: '127.0.0.1:9001',
  runtimeDirectory: '/runtime',
  temporaryDirectory: '/tmp/instance',
  logStreamName: 'stream',
} as const;

// The names as recorded inside a nodejs20.x function on AWS (localstack's test_lambda_common.snapshot.json,
// `test_introspection_invoke`), without X-Ray daemon, which we do not have, and with TMPDIR.
test('an instance sees AWS’s variables, the function’s own, and nothing else', () => {
  expect(Object.keys(instanceEnvironment(version, setting)).sort()).toEqual(
    [
      ...['AWS_DEFAULT_REGION', 'AWS_EXECUTION_ENV', 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_LAMBDA_FUNCTION_NAME'],
      ...['AWS_LAMBDA_FUNCTION_VERSION', 'AWS_LAMBDA_INITIALIZATION_TYPE', 'AWS_LAMBDA_LOG_GROUP_NAME'],
      ...['AWS_LAMBDA_LOG_STREAM_NAME', 'AWS_LAMBDA_RUNTIME_API', 'AWS_REGION', 'LAMBDA_RUNTIME_DIR'],
      ...['LAMBDA_TASK_ROOT', 'LANG', 'LD_LIBRARY_PATH', 'NODE_PATH', 'PATH', 'PWD', 'SHLVL', 'TZ', '_HANDLER'],
      ...['STAGE', 'TMPDIR'],
    ].sort(),
  );
});

// The names: Lambda guide, "Defined runtime environment variables"; AWS_ENDPOINT_URL is ours.
test('credentials are those of the role, and where they are good is for the function to change', () => {
  const credentials = {
    accessKeyId: 'ASIA1',
    secretAccessKey: 'secret',
    sessionToken: 'token',
    expiresAtMs: 0,
    endpointUrl: 'http://127.0.0.1:4566',
  };
  const environment = { AWS_ACCESS_KEY_ID: 'not-this' };
  expect(instanceEnvironment({ ...version, environment }, { ...setting, credentials })).toMatchObject({
    AWS_ACCESS_KEY_ID: 'ASIA1',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
  });
  const elsewhere = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9000' };
  expect(instanceEnvironment({ ...version, environment: elsewhere }, { ...setting, credentials })).toMatchObject(
    elsewhere,
  );
});

test('a function may set TZ but none of the reserved names (Lambda guide, "Defined runtime environment variables")', () => {
  expect(instanceEnvironment(version, setting)).toMatchObject({
    STAGE: 'test',
    TZ: 'Europe/Berlin',
    AWS_REGION: 'eu-west-1',
    _HANDLER: 'index.handler',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/users',
  });
});

test('the log stream is named by day, version and a random number', () => {
  expect(logStreamName('$LATEST', Date.UTC(2026, 10, 22, 12), '01234567-89ab-4def-8123-456789abcdef')).toBe(
    '2026/11/22/[$LATEST]0123456789ab4def8123456789abcdef',
  );
});
