import { expect, it } from 'vitest';
import { createSchemaLibrary, nullMembers } from './index.ts';

// AWS's spelling of places: `Value null at 'rules.1.member.name'` (recorded from WAFv2), `at 'roleSessionName'` (STS).
it('names missing members as AWS does, also those of nested structures', async () => {
  const iam = await createSchemaLibrary().load('iam');
  const input = iam.operations.get('CreateRole')?.input;
  if (!input) throw new Error('CreateRole takes an input.');
  expect(nullMembers(input, { RoleName: 'r', Tags: [{ Key: 'a', Value: 'b' }, { Key: 'c' }] })).toEqual([
    'assumeRolePolicyDocument',
    'tags.2.member.value',
  ]);
  expect(nullMembers(input, { RoleName: 'r', AssumeRolePolicyDocument: '' })).toEqual([]);
});
