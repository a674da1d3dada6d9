import { expect, it } from 'vitest';
import { userNameOf } from './user-name.ts';

it('knows users from others (IAM user guide, "IAM ARNs")', () => {
  expect(userNameOf('arn:aws:iam::123456789012:user/anna')).toBe('anna');
  expect(userNameOf('arn:aws:iam::123456789012:user/division/team/anna')).toBe('anna');
  expect(userNameOf('arn:aws:iam::123456789012:root')).toBeUndefined();
  expect(userNameOf('arn:aws:sts::123456789012:assumed-role/Admin/anna')).toBeUndefined();
});
