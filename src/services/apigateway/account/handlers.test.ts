import { beforeEach, expect, it } from 'vitest';
import { startService, type TestService } from '../testing/service.ts';

// Features A1.14; the command for the feature is the guide's ("Migrate to default usage plans").
let service: TestService;
beforeEach(async () => {
  service = await startService();
});

const account = {
  throttleSettings: { rateLimit: 10_000, burstLimit: 5_000 },
  features: ['UsagePlans'],
  apiKeyVersion: '4',
};

it('an account has usage plans, and says so when they are turned on again', async () => {
  expect(await service.api.getAccount()).toEqual(account);
  const patchOperations = [{ op: 'add', path: '/features', value: 'UsagePlans' }];
  expect(await service.api.updateAccount({ patchOperations })).toEqual(account);
});

it('a role for logs is refused by name: none are written', async () => {
  const patchOperations = [{ op: 'replace', path: '/cloudwatchRoleArn', value: 'arn:aws:iam::123456789012:role/r' }];
  await expect(service.api.updateAccount({ patchOperations })).rejects.toMatchObject({
    code: 'NotImplementedException',
    statusCode: 501,
  });
});
