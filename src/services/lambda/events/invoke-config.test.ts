import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';
import type { In } from '../types.ts';

// Recorded on AWS (April 2024): localstack's test_lambda_api.snapshot.json, `test_lambda_eventinvokeconfig_exceptions`.
let harness: ServiceHarness;
beforeEach(async () => {
  harness = await startService();
});
afterEach(() => harness.close());

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:users';
const NOBODY = 'arn:aws:iam:us-east-1:000000000000:function:users';

test.each<[Partial<In<'putFunctionEventInvokeConfig'>>, string]>([
  [{ FunctionName: 'nobody', MaximumRetryAttempts: 1 }, "The function doesn't exist."],
  [{ Qualifier: 'noalias', MaximumRetryAttempts: 1 }, "The function doesn't exist."],
  [{}, 'You must specify at least one of error handling or destination setting.'],
  [
    { DestinationConfig: { OnSuccess: { Destination: ARN } } },
    "You can't specify the function as a destination for itself.",
  ],
  [
    { DestinationConfig: { OnSuccess: { Destination: NOBODY } } },
    `The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=${NOBODY}), onFailure=null) is invalid.`,
  ],
])('%j is refused', async (more, message) => {
  await harness.handlers.createFunction(functionInput('users', ''), call());
  const input = { FunctionName: 'users', ...more };
  await expect(harness.handlers.putFunctionEventInvokeConfig(input, call())).rejects.toMatchObject({ message });
});

test('a configuration is replaced by Put and changed by Update', async () => {
  const { handlers } = harness;
  await handlers.createFunction(functionInput('users', ''), call());
  const get = () => handlers.getFunctionEventInvokeConfig({ FunctionName: 'users' }, call());
  await expect(get()).rejects.toMatchObject({
    message: `The function ${ARN}:$LATEST doesn't have an EventInvokeConfig`,
  });
  const input = { FunctionName: 'users', MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60 };
  await handlers.putFunctionEventInvokeConfig(input, call());
  await handlers.updateFunctionEventInvokeConfig({ FunctionName: 'users', MaximumRetryAttempts: 0 }, call());
  expect(await get()).toEqual({
    DestinationConfig: { OnFailure: {}, OnSuccess: {} },
    FunctionArn: `${ARN}:$LATEST`,
    LastModified: expect.any(Date),
    MaximumEventAgeInSeconds: 60,
    MaximumRetryAttempts: 0,
  });
  await handlers.putFunctionEventInvokeConfig({ FunctionName: 'users', MaximumRetryAttempts: 0 }, call());
  expect(await get()).not.toHaveProperty('MaximumEventAgeInSeconds');
});

// API reference, `DeleteFunctionEventInvokeConfig`: of a function, a version or an alias.
test('a configuration is deleted by itself, once', async () => {
  const { handlers } = harness;
  await handlers.createFunction(functionInput('users', '', { Publish: true }), call());
  await handlers.createAlias({ FunctionName: 'users', Name: 'live', FunctionVersion: '1' }, call());
  for (const Qualifier of [undefined, '1', 'live']) {
    await handlers.putFunctionEventInvokeConfig({ FunctionName: 'users', Qualifier, MaximumRetryAttempts: 1 }, call());
  }
  const list = async () => {
    const { FunctionEventInvokeConfigs: all } = await handlers.listFunctionEventInvokeConfigs(
      { FunctionName: 'users' },
      call(),
    );
    return all?.map(({ FunctionArn }) => FunctionArn).sort();
  };
  const remove = (FunctionName: string, Qualifier?: string) =>
    handlers.deleteFunctionEventInvokeConfig({ FunctionName, Qualifier }, call());
  expect(await list()).toEqual([`${ARN}:$LATEST`, `${ARN}:1`, `${ARN}:live`]);
  await remove('users', '1');
  expect(await list()).toEqual([`${ARN}:$LATEST`, `${ARN}:live`]);
  await remove(`${ARN}:live`);
  expect(await list()).toEqual([`${ARN}:$LATEST`]);
  await remove('users');
  expect(await list()).toEqual([]);
  for (const qualifier of ['1', 'live', '$LATEST']) {
    await expect(remove('users', qualifier)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: `The function ${ARN}:${qualifier} doesn't have an EventInvokeConfig`,
    });
  }
  await expect(remove('nobody')).rejects.toMatchObject({ code: 'ResourceNotFoundException', statusCode: 404 });
  await expect(handlers.getFunction({ FunctionName: 'users', Qualifier: 'live' }, call())).resolves.toBeDefined();
});
