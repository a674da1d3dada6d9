import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, functionInput, type ServiceHarness, startService } from '../testing/harness.ts';

let harness: ServiceHarness;
let handlers: ServiceHarness['handlers'];
beforeEach(async () => {
  harness = await startService();
  handlers = harness.handlers;
});
afterEach(() => harness.close());

const scope = { accountId: '000000000000', region: 'us-east-1' };
const create = () => handlers.createFunction(functionInput('users', ''), call());
const createUrl = async () => {
  const { FunctionUrl } = await handlers.createFunctionUrlConfig({ FunctionName: 'users', AuthType: 'NONE' }, call());
  return /^http:\/\/(\w+)\./.exec(FunctionUrl ?? '')?.[1] ?? '';
};

test('an address leads to nobody when its function or its URL is gone, whoever has a URL then', async () => {
  await create();
  const first = await createUrl();
  expect(await harness.service.findUrl(scope, first)).toMatchObject({ urlId: first });
  await handlers.deleteFunction({ FunctionName: 'users' }, call());
  await create();
  const second = await createUrl();
  expect(await harness.service.findUrl(scope, first)).toBeUndefined();
  await handlers.deleteFunctionUrlConfig({ FunctionName: 'users' }, call());
  const third = await createUrl();
  expect(await harness.service.findUrl(scope, second)).toBeUndefined();
  expect(await harness.service.findUrl(scope, third)).toMatchObject({ urlId: third });
});

// Recorded on AWS (April 2024): localstack's test_lambda_api.snapshot.json, `test_url_config_exceptions`, `test_url_config_list_paging`.
test('refusals', async () => {
  await create();
  const gone = { code: 'ResourceNotFoundException', message: 'The resource you requested does not exist.' };
  const nobody = { code: 'ResourceNotFoundException', message: 'Function does not exist' };
  const put = (more: object) =>
    handlers.createFunctionUrlConfig({ FunctionName: 'users', AuthType: 'NONE', ...more }, call());
  await expect(handlers.getFunctionUrlConfig({ FunctionName: 'users' }, call())).rejects.toMatchObject(gone);
  await expect(handlers.updateFunctionUrlConfig({ FunctionName: 'users' }, call())).rejects.toMatchObject(gone);
  await expect(handlers.deleteFunctionUrlConfig({ FunctionName: 'users' }, call())).rejects.toMatchObject(gone);
  await expect(put({ FunctionName: 'nobody' })).rejects.toMatchObject(nobody);
  await expect(put({ Qualifier: 'noalias' })).rejects.toMatchObject(nobody);
  await expect(handlers.updateFunctionUrlConfig({ FunctionName: 'nobody' }, call())).rejects.toMatchObject(nobody);
  await expect(handlers.listFunctionUrlConfigs({ FunctionName: 'nobody' }, call())).rejects.toMatchObject(nobody);
  for (const Qualifier of ['1', '$LATEST']) {
    await expect(put({ Qualifier })).rejects.toMatchObject({
      code: 'ValidationException',
      message: `1 validation error detected: Value '${Qualifier}' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)`,
    });
  }
});
