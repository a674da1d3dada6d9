import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import { zipFiles } from '../testing/zip.ts';

// API reference, `PutFunctionConcurrency`, `PutProvisionedConcurrencyConfig`; recorded texts: localstack's test_lambda_api.
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
