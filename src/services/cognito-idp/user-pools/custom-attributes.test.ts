import { expect, it } from 'vitest';
import { addConfirmed, call, NOW_MS, refusal, startPool } from '../testing/service.ts';
import type { In } from '../types.ts';

// API reference, `AddCustomAttributes`, `SchemaAttributeType`; developer guide, "Quotas": fifty to a pool.
type Added = In<'addCustomAttributes'>['CustomAttributes'];

const numbered = (count: number, prefix: string): Added =>
  Array.from({ length: count }, (_, n) => ({ Name: `${prefix}${n}`, AttributeDataType: 'String' }));

it('a custom attribute is added under its prefix, and users may have it from then on', async () => {
  const pool = await startPool();
  const { api, poolId: UserPoolId } = pool;
  const grade = [{ Name: 'custom:grade', Value: '11' }];
  await addConfirmed(pool, 'anna');
  const set = () => api.adminUpdateUserAttributes({ UserPoolId, Username: 'anna', UserAttributes: grade }, call());
  await expect(set()).rejects.toMatchObject({ code: 'InvalidParameterException' });
  const CustomAttributes: Added = [
    { Name: 'grade', AttributeDataType: 'Number', Mutable: true, NumberAttributeConstraints: { MaxValue: '10' } },
    { Name: 'plan', AttributeDataType: 'Boolean', Mutable: false, DeveloperOnlyAttribute: true },
  ];
  const nowMs = NOW_MS + 60_000;
  expect(await api.addCustomAttributes({ UserPoolId, CustomAttributes }, call({ nowMs }))).toEqual({});
  const { UserPool } = await api.describeUserPool({ UserPoolId }, call());
  expect(UserPool?.LastModifiedDate).toEqual(new Date(nowMs));
  expect(UserPool?.SchemaAttributes?.slice(-2)).toEqual([
    {
      Name: 'custom:grade',
      AttributeDataType: 'Number',
      DeveloperOnlyAttribute: false,
      Mutable: true,
      Required: false,
      NumberAttributeConstraints: { MaxValue: '10' },
    },
    { Name: 'dev:plan', AttributeDataType: 'Boolean', DeveloperOnlyAttribute: true, Mutable: false, Required: false },
  ]);
  await expect(set()).rejects.toMatchObject({ code: 'InvalidParameterException' });
  await expect(
    api.adminUpdateUserAttributes(
      { UserPoolId, Username: 'anna', UserAttributes: [{ Name: 'custom:grade', Value: '9' }] },
      call(),
    ),
  ).resolves.toEqual({});
});

it.each<[string, Added, string]>([
  ['that is there', [{ Name: 'tenant', AttributeDataType: 'String' }], 'Existing attribute already has name'],
  ['twice', [...numbered(1, 'a'), ...numbered(1, 'a')], 'Existing attribute already has name custom:a0.'],
  ['that is required', [{ Name: 'a', Required: true }], 'Required custom attributes are not supported currently.'],
  ['of no type', [{ Name: 'a', AttributeDataType: 'Text' as 'String' }], 'Member must satisfy enum value set'],
  [
    'with a long name',
    [...numbered(1, 'a'), { Name: 'x'.repeat(21), AttributeDataType: 'String' }],
    `Value '${'x'.repeat(21)}' at 'customAttributes.2.member.name' failed to satisfy constraint: Member must have length less than or equal to 20`,
  ],
  ['of none', [], 'Member must have length greater than or equal to 1'],
  ['of more than twenty-five at once', numbered(26, 'a'), 'Member must have length less than or equal to 25'],
])('an attribute %s is refused, and nothing is added', async (_, CustomAttributes, message) => {
  const { api, poolId: UserPoolId } = await startPool({ Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] });
  const schema = async () => (await api.describeUserPool({ UserPoolId }, call())).UserPool?.SchemaAttributes;
  const before = await schema();
  await expect(api.addCustomAttributes({ UserPoolId, CustomAttributes }, call())).rejects.toMatchObject({
    code: 'InvalidParameterException',
    message: expect.stringContaining(message),
  });
  expect(await schema()).toEqual(before);
});

it('a pool has at most fifty custom attributes', async () => {
  const { api, poolId: UserPoolId } = await startPool();
  const add = (CustomAttributes: Added) => api.addCustomAttributes({ UserPoolId, CustomAttributes }, call());
  await add(numbered(25, 'a'));
  await add(numbered(25, 'b'));
  await expect(add(numbered(1, 'c'))).rejects.toMatchObject({ code: 'InvalidParameterException' });
});

it('a pool that is not there gets none', async () => {
  const { api } = await startPool();
  const input = { UserPoolId: 'us-east-1_nobody', CustomAttributes: numbered(1, 'a') };
  await expect(api.addCustomAttributes(input, call())).rejects.toMatchObject(
    refusal('ResourceNotFound', 'User pool us-east-1_nobody does not exist.'),
  );
});
