import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import { zipFiles } from '../testing/zip.ts';

// API reference, `PutFunctionConcurrency`, `PutProvisionedConcurrencyConfig`; refusals are recorded on AWS (April 2024) in localstack's
// test_lambda_api.snapshot.json, in the tests that are named.
let harness: ServiceHarness;
let handlers: ServiceHarness['handlers'];
beforeEach(async () => {
  harness = await startService();
  handlers = harness.handlers;
});
afterEach(() => harness.close());

const SLOW = `const { randomUUID } = require('node:crypto'); const id = randomUUID();
  exports.handler = async () => { await new Promise((resolve) => setTimeout(resolve, 300));
    return { id, type: process.env.AWS_LAMBDA_INITIALIZATION_TYPE }; };`;
const create = (more = {}) => handlers.createFunction(functionInput('users', SLOW, more), call());
const invoke = (FunctionName = 'users') => handlers.invoke({ FunctionName }, call());
const answerOf = async (FunctionName: string) =>
  JSON.parse(Buffer.from((await invoke(FunctionName)).Payload ?? []).toString());

test('reserved concurrency bounds a function, and none stops it', async () => {
  await create();
  const put = (ReservedConcurrentExecutions: number) =>
    handlers.putFunctionConcurrency({ FunctionName: 'users', ReservedConcurrentExecutions }, call());
  expect(await put(1)).toEqual({ ReservedConcurrentExecutions: 1 });
  expect(await handlers.getFunctionConcurrency({ FunctionName: 'users' }, call())).toEqual({
    ReservedConcurrentExecutions: 1,
  });
  expect((await handlers.getFunction({ FunctionName: 'users' }, call())).Concurrency).toEqual({
    ReservedConcurrentExecutions: 1,
  });
  const refusal = {
    code: 'TooManyRequestsException',
    message: 'Rate Exceeded.',
    members: { Type: 'User', Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
  };
  const results = await Promise.allSettled([invoke(), invoke()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal });
  await put(0);
  await expect(invoke()).rejects.toMatchObject(refusal);
  await handlers.deleteFunctionConcurrency({ FunctionName: 'users' }, call());
  expect((await invoke()).StatusCode).toBe(200);
  await expect(put(harness.runtime.maxConcurrency + 1)).rejects.toMatchObject({
    code: 'InvalidParameterValueException',
  });
});

test('GetAccountSettings tells what is left', async () => {
  await create();
  await handlers.putFunctionConcurrency({ FunctionName: 'users', ReservedConcurrentExecutions: 10 }, call());
  const { AccountLimit, AccountUsage } = await handlers.getAccountSettings({}, call());
  const { maxConcurrency } = harness.runtime;
  expect(AccountLimit).toMatchObject({
    ConcurrentExecutions: maxConcurrency,
    UnreservedConcurrentExecutions: maxConcurrency - 10,
    CodeSizeUnzipped: 262_144_000,
    CodeSizeZipped: 52_428_800,
  });
  expect(AccountUsage).toMatchObject({ FunctionCount: 1 });
});

test('provisioned instances are ready before anybody asks, are replaced, and follow their alias', async () => {
  await create({ Publish: true });
  await handlers.createAlias({ FunctionName: 'users', Name: 'live', FunctionVersion: '1' }, call());
  const name = { FunctionName: 'users', Qualifier: 'live' };
  expect(
    await handlers.putProvisionedConcurrencyConfig({ ...name, ProvisionedConcurrentExecutions: 2 }, call()),
  ).toMatchObject({ Status: 'IN_PROGRESS', RequestedProvisionedConcurrentExecutions: 2 });
  const ready = () =>
    expect
      .poll(() => handlers.getProvisionedConcurrencyConfig(name, call()), { timeout: 10_000 })
      .toMatchObject({ Status: 'READY', AvailableProvisionedConcurrentExecutions: 2 });
  await ready();
  const answers = await Promise.all([answerOf('users:live'), answerOf('users:live')]);
  expect(answers.map(({ type }) => type)).toEqual(['provisioned-concurrency', 'provisioned-concurrency']);
  expect(await handlers.listProvisionedConcurrencyConfigs({ FunctionName: 'users' }, call())).toMatchObject({
    ProvisionedConcurrencyConfigs: [{ FunctionArn: expect.stringMatching(/:users:live$/) }],
  });

  const code = SLOW.replace('return {', 'return { v: 2,');
  await handlers.updateFunctionCode(
    { FunctionName: 'users', ZipFile: zipFiles({ 'index.js': code }), Publish: true },
    call(),
  );
  await handlers.updateAlias({ FunctionName: 'users', Name: 'live', FunctionVersion: '2' }, call());
  await ready();
  expect(await answerOf('users:live')).toMatchObject({ v: 2, type: 'provisioned-concurrency' });
  await handlers.deleteProvisionedConcurrencyConfig(name, call());
  await expect(handlers.getProvisionedConcurrencyConfig(name, call())).rejects.toMatchObject({
    code: 'ProvisionedConcurrencyConfigNotFoundException',
  });
});

test('instances that cannot load their function are told as failed, and are not for `$LATEST`', async () => {
  await handlers.createFunction(functionInput('broken', 'throw new Error("no");', { Publish: true }), call());
  const name = { FunctionName: 'broken', Qualifier: '1' };
  await handlers.putProvisionedConcurrencyConfig({ ...name, ProvisionedConcurrentExecutions: 1 }, call());
  await expect
    .poll(() => handlers.getProvisionedConcurrencyConfig(name, call()), { timeout: 10_000 })
    .toMatchObject({ Status: 'FAILED', StatusReason: expect.stringContaining('no') });
  await expect(
    handlers.putProvisionedConcurrencyConfig(
      { FunctionName: 'broken', Qualifier: '$LATEST', ProvisionedConcurrentExecutions: 1 },
      call(),
    ),
  ).rejects.toMatchObject({
    message: 'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
  });
});

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:users';
const provide = (Qualifier: string, ProvisionedConcurrentExecutions = 1, FunctionName = 'users') =>
  handlers.putProvisionedConcurrencyConfig({ FunctionName, Qualifier, ProvisionedConcurrentExecutions }, call());

test('a version is provisioned by one name alone (recorded: `test_lambda_provisioned_lifecycle`)', async () => {
  await create({ Publish: true });
  for (const Name of ['live', 'other']) {
    await handlers.createAlias({ FunctionName: 'users', Name, FunctionVersion: '1' }, call());
  }
  const taken = {
    code: 'ResourceConflictException',
    message: "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
  };
  await provide('1');
  await expect(provide('live')).rejects.toMatchObject(taken);
  await handlers.deleteProvisionedConcurrencyConfig({ FunctionName: 'users', Qualifier: '1' }, call());
  await provide('live');
  await expect(provide('other')).rejects.toMatchObject(taken);
  await expect(provide('1')).rejects.toMatchObject({
    code: 'ResourceConflictException',
    message: 'Version is pointed by a Provisioned Concurrency alias',
  });

  // Of the version itself there is nothing to delete, so that what the alias keeps ready stays.
  await handlers.deleteProvisionedConcurrencyConfig({ FunctionName: 'users', Qualifier: '1' }, call());
  await expect.poll(() => harness.runtime.provisioned(ARN, '1').available, { timeout: 10_000 }).toBe(1);
  await handlers.deleteAlias({ FunctionName: 'users', Name: 'live' }, call());
  expect(harness.runtime.provisioned(ARN, '1').allocated).toBe(0);
  expect(await handlers.listProvisionedConcurrencyConfigs({ FunctionName: 'users' }, call())).toEqual({
    ProvisionedConcurrencyConfigs: [],
  });
});

test('what is not there cannot be provisioned (recorded: `test_provisioned_concurrency_exceptions`)', async () => {
  await create();
  const get = (Qualifier: string) =>
    handlers.getProvisionedConcurrencyConfig({ FunctionName: 'users', Qualifier }, call());
  await expect(provide('10')).rejects.toMatchObject({ message: `Function not found: ${ARN}:10` });
  await expect(get('noalias')).rejects.toMatchObject({ message: `Cannot find alias arn: ${ARN}:noalias` });
  await expect(provide('noalias', 1, 'nobody')).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
    message: `Cannot find alias arn: ${ARN.replace('users', 'nobody')}:noalias`,
  });
  await expect(get('$LATEST')).rejects.toMatchObject({
    message: 'The function resource provided must be an alias or a published version.',
  });
});

test('concurrency is reserved for a function alone (recorded: `test_function_concurrency_exceptions`)', async () => {
  await create();
  const reserve = (FunctionName: string) =>
    handlers.putFunctionConcurrency({ FunctionName, ReservedConcurrentExecutions: 1 }, call());
  await expect(reserve('nobody')).rejects.toMatchObject({
    message: `Function not found: ${ARN.replace('users', 'nobody')}:$LATEST`,
  });
  await expect(reserve(`${ARN}:$LATEST`)).rejects.toMatchObject({
    code: 'InvalidParameterValueException',
    message:
      'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
  });
});

test('a function that cannot be kept ready after a start holds nothing else up', async () => {
  await create({ Publish: true });
  await provide('1');
  const { provision } = harness.runtime;
  harness.runtime.provision = () => Promise.reject(new Error('The runtime is gone.'));
  try {
    await harness.service.resume();
  } finally {
    harness.runtime.provision = provision;
  }
  expect(harness.warnings).toContain('A function cannot be kept ready.');
});

// Lambda guide, "Configuring reserved concurrency": 100 units always stay for functions that reserve none.
test('by AWS’s limits, reserving leaves the others 100', async () => {
  await harness.close();
  harness = await startService(undefined, { limits: 'aws' });
  handlers = harness.handlers;
  await create();
  const put = (ReservedConcurrentExecutions: number) =>
    handlers.putFunctionConcurrency({ FunctionName: 'users', ReservedConcurrentExecutions }, call());
  await expect(put(harness.runtime.maxConcurrency - 99)).rejects.toMatchObject({
    code: 'InvalidParameterValueException',
    message:
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
  });
  await put(harness.runtime.maxConcurrency - 100);
});
