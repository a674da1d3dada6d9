import { describe, test } from 'vitest';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

describe.skipIf(!hasTerraform)(
  'Terraform, alarms and dashboards (needs terraform with a copy of its AWS provider)',
  () => {
    test('apply, plan nothing more, update in place, import and destroy', { timeout: 600_000 }, () =>
      runCycle({ file: 'monitoring.tf' }),
    );
  },
);
