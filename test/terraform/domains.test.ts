import { describe, test } from 'vitest';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

const IMPORTED = /vpc_link|client_certificate|account|domain_name|base_path_mapping/;

// Domain names, mappings, associations, VPC links, client certificates and the account, as Terraform's users manage them.
describe.skipIf(!hasTerraform)('Terraform and domains (needs terraform with a copy of its AWS provider)', () => {
  test('applies, plans nothing more, updates in place, imports and destroys', { timeout: 600_000 }, () =>
    runCycle({
      file: 'domains.tf',
      changed: 6,
      importId({ type, values }) {
        if (!IMPORTED.test(type)) return undefined;
        return type.endsWith('access_association') ? values.arn : values.id;
      },
    }),
  );
});
