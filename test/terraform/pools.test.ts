import { describe, test } from 'vitest';
import { issueSelfSigned } from '../../src/services/acm/testing/certificates.ts';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

describe.skipIf(!hasTerraform)('Terraform and user pools (needs terraform with a copy of its AWS provider)', () => {
  test('apply, plan nothing more, update in place, import and destroy', { timeout: 600_000 }, async () => {
    const { certificate, privateKey } = await issueSelfSigned('shop.test', Date.now());
    await runCycle({
      file: 'pools.tf',
      files: { 'cert.pem': Buffer.from(certificate), 'key.pem': Buffer.from(privateKey) },
      // They have nothing that could change.
      constant: ['aws_cognito_user_in_group', 'aws_cognito_user_pool_domain'],
      // No answer has a private key or a password, or says whether an invitation was sent. The provider does not read back that a
      // secret was made, and imports no membership.
      completed: {
        'aws_acm_certificate.shop': 'update',
        'aws_cognito_user.anna': 'update',
        'aws_cognito_user_in_group.anna': 'create',
        'aws_cognito_user_pool_client.machine': 'replace',
      },
    });
  });
});
