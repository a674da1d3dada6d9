import { describe, test } from 'vitest';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

describe.skipIf(!hasTerraform)('Terraform and OpenAPI files (needs terraform with a copy of its AWS provider)', () => {
  test('apply, plan nothing more, update, import and destroy', { timeout: 600_000 }, () =>
    runCycle({
      file: 'openapi.tf',
      constant: ['aws_api_gateway_rest_api_put'],
      // Whatever changes of it makes it anew (provider documentation, `aws_api_gateway_rest_api_put`).
      replaced: ['aws_api_gateway_rest_api_put.put'],
      // No import can know the file that an API was filled from, so the next apply puts it again.
      completed: {
        'aws_api_gateway_rest_api.filled': 'update',
        'aws_api_gateway_rest_api_put.put': 'replace',
      },
    }),
  );
});
