import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_ID, refusal, startService, type TestService } from '../testing/service.ts';

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
const role = `arn:aws:iam::${ACCOUNT_ID}:role/service-role/logs`;
const update = (op: 'add' | 'remove' | 'replace', path: string, value?: string) =>
  service.api.updateAccount({ patchOperations: [{ op, path, value }] }, service.call());

it('an account has usage plans, and says so when they are turned on again', async () => {
  expect(await service.api.getAccount({}, service.call())).toEqual(account);
  expect(await update('add', '/features', 'UsagePlans')).toEqual(account);
});

describe('the role for logs (guide, "Set up CloudWatch API logging")', () => {
  it('is set, kept in its region, and taken away', async () => {
    expect(await update('replace', '/cloudwatchRoleArn', role)).toEqual({ ...account, cloudwatchRoleArn: role });
    expect(await service.api.getAccount({}, service.call())).toEqual({ ...account, cloudwatchRoleArn: role });
    expect(await service.api.getAccount({}, service.call({ region: 'eu-west-1' }))).toEqual(account);
    expect(await update('replace', '/cloudwatchRoleArn', '')).toEqual(account);
  });

  it.each([
    ['not an ARN', 'Invalid ARN specified in the request'],
    ['arn:aws:iam::111111111111:user/u', 'Invalid ARN specified in the request'],
    ['arn:aws:iam::222222222222:role/r', 'Cross-account pass role is not allowed.'],
  ])('is not %s', async (value, message) => {
    await expect(update('replace', '/cloudwatchRoleArn', value)).rejects.toMatchObject(
      refusal('BadRequestException', message),
    );
    expect(await service.api.getAccount({}, service.call())).toEqual(account);
  });
});

it('nothing else can be set, and no other feature turned on (the second text is ours)', async () => {
  await expect(update('add', '/features', 'Portals')).rejects.toMatchObject(
    refusal('BadRequestException', 'Invalid feature specified. Must be UsagePlans'),
  );
  await expect(update('replace', '/apiKeyVersion', '5')).rejects.toMatchObject(
    refusal(
      'BadRequestException',
      "Invalid patch path  '/apiKeyVersion' specified for op 'replace'. Must be one of: [/cloudwatchRoleArn]",
    ),
  );
});
