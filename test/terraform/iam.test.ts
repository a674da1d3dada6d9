import { describe, test } from 'vitest';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

describe.skipIf(!hasTerraform)('Terraform and IAM (needs terraform with a copy of its AWS provider)', () => {
  test('apply, plan nothing more, update in place, import and destroy', { timeout: 600_000 }, () =>
    runCycle({
      file: 'iam.tf',
      constant: [
        'aws_iam_account_alias',
        'aws_iam_group_policy_attachment',
        'aws_iam_role_policy_attachment',
        'aws_iam_user_policy_attachment',
      ],
    }),
  );
});
