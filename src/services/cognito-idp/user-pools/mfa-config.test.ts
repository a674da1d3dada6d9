import { expect, it } from 'vitest';
import { call, refusal, startPool } from '../testing/service.ts';

// API reference, `SetUserPoolMfaConfig`, `GetUserPoolMfaConfig`; the text is the one that users of AWS report.
const TOGETHER = refusal(
  'InvalidParameter',
  "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
);

it('multi-factor authentication is off, and may be turned off', async () => {
  const { api, poolId: UserPoolId } = await startPool();
  expect(await api.getUserPoolMfaConfig({ UserPoolId }, call())).toEqual({ MfaConfiguration: 'OFF' });
  for (const given of [{}, { MfaConfiguration: 'OFF' as const }]) {
    expect(await api.setUserPoolMfaConfig({ UserPoolId, ...given }, call())).toEqual({ MfaConfiguration: 'OFF' });
  }
  const { UserPool } = await api.describeUserPool({ UserPoolId }, call());
  expect(UserPool?.MfaConfiguration).toBe('OFF');
});

it.each([
  [{ SoftwareTokenMfaConfiguration: { Enabled: true } }, TOGETHER],
  [{ MfaConfiguration: 'OFF' as const, SoftwareTokenMfaConfiguration: { Enabled: false } }, TOGETHER],
  [{ MfaConfiguration: 'OFF' as const, SmsMfaConfiguration: { SmsAuthenticationMessage: '{####}' } }, TOGETHER],
  [{ MfaConfiguration: 'OFF' as const, EmailMfaConfiguration: { Subject: 'Code' } }, TOGETHER],
  [{ MfaConfiguration: 'ON' as const }, { code: 'NotImplementedException', statusCode: 501 }],
  [{ WebAuthnConfiguration: {} }, { code: 'NotImplementedException', statusCode: 501 }],
  [
    { MfaConfiguration: 'MAYBE' as 'ON' },
    refusal(
      'InvalidParameter',
      "1 validation error detected: Value 'MAYBE' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: [OFF, ON, OPTIONAL]",
    ),
  ],
])('multi-factor authentication is not set to %j', async (given, expected) => {
  const { api, poolId: UserPoolId } = await startPool();
  await expect(api.setUserPoolMfaConfig({ UserPoolId, ...given }, call())).rejects.toMatchObject(expected);
});

it('a pool that is not there has no such configuration', async () => {
  const { api, poolId } = await startPool();
  const UserPoolId = `${poolId}0`;
  const gone = refusal('ResourceNotFound', `User pool ${UserPoolId} does not exist.`);
  await expect(api.getUserPoolMfaConfig({ UserPoolId }, call())).rejects.toMatchObject(gone);
  await expect(api.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'OFF' }, call())).rejects.toMatchObject(gone);
});
