import { describe, test } from 'vitest';
import { type Resource, runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

/** The ids that the provider's documentation names for `terraform import`, where they are not the resource's own. */
function importId({ type, values }: Resource): string | undefined {
  const { id, rest_api_id: api, resource_id: resource, http_method: verb, status_code: status } = values;
  switch (type.replace('aws_api_gateway_', '')) {
    case 'authorizer':
    case 'deployment':
    case 'request_validator':
    case 'resource':
      return `${api}/${id}`;
    case 'gateway_response':
      return `${api}/${values.response_type}`;
    case 'integration':
    case 'method':
      return `${api}/${resource}/${verb}`;
    case 'integration_response':
    case 'method_response':
      return `${api}/${resource}/${verb}/${status}`;
    case 'method_settings':
      return `${api}/${values.stage_name}/${values.method_path}`;
    case 'model':
      return `${api}/${values.name}`;
    case 'stage':
      return `${api}/${values.stage_name}`;
    case 'usage_plan_key':
      return `${values.usage_plan_id}/${id}`;
    // An import cannot know the file that an API was filled from.
    case 'rest_api':
      return values.body ? undefined : id;
    case 'rest_api_put':
      return undefined;
    default:
      return id;
  }
}

// Everything else of API Gateway that Terraform manages: APIs, methods, models, stages, keys, plans, documentation.
describe.skipIf(!hasTerraform)('Terraform and REST APIs (needs terraform with a copy of its AWS provider)', () => {
  test('applies, plans nothing more, updates in place, imports and destroys', { timeout: 600_000 }, () =>
    runCycle({ file: 'rest-apis.tf', changed: 21, importId }),
  );
});
