import { expect, it } from 'vitest';
import { createSchemaLibrary, nullMembers } from './index.ts';

// What is required: IAM API reference, `CreateRole` and `Tag`.
it('finds the required members that are missing, also in nested structures', async () => {
  const iam = await createSchemaLibrary().load('iam');
  const input = iam.operations.get('CreateRole')?.input;
  if (!input) throw new Error('CreateRole takes an input.');
  expect(nullMembers(input, { RoleName: 'r', Tags: [{ Key: 'a', Value: 'b' }, { Key: 'c' }] })).toEqual([
    [{ kind: 'member', name: 'AssumeRolePolicyDocument' }],
    [
      { kind: 'member', name: 'Tags' },
      { kind: 'item', position: 2 },
      { kind: 'member', name: 'Value' },
    ],
  ]);
  expect(nullMembers(input, { RoleName: 'r', AssumeRolePolicyDocument: '' })).toEqual([]);
});
