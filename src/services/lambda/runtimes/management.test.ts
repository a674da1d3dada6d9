import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';

let harness: ServiceHarness;
beforeEach(async () => {
  harness = await startService();
  await harness.handlers.createFunction(functionInput('users', ''), call());
});
afterEach(() => harness.close());

// API reference, `GetRuntimeManagementConfig`: `Auto` is the default.
test('a function’s runtime is always the machine’s', async () => {
  const { handlers } = harness;
  const shown = {
    UpdateRuntimeOn: 'Auto',
    FunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:users:$LATEST',
  };
  expect(await handlers.getRuntimeManagementConfig({ FunctionName: 'users' }, call())).toEqual(shown);
  const put = (UpdateRuntimeOn: 'Auto' | 'Manual', FunctionName = 'users') =>
    handlers.putRuntimeManagementConfig({ FunctionName, UpdateRuntimeOn }, call());
  expect(await put('Auto')).toEqual(shown);
  await expect(put('Manual')).rejects.toMatchObject({
    message: 'Sallyport does not support UpdateRuntimeOn Manual of a Lambda function.',
  });
  await expect(put('Auto', 'nobody')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
});
