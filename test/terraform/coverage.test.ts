import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/sallyport.ts';
import { configurations, hasTerraform, terraformIn } from './terraform.ts';

/** Resources (`resource aws_x`) and data sources (`data aws_x`) that the configurations beside this file use. */
function used(): ReadonlySet<string> {
  const files = readdirSync(configurations).filter((name) => name.endsWith('.tf'));
  const blocks = files.flatMap((name) => [
    ...readFileSync(join(configurations, name), 'utf8').matchAll(/^(resource|data) "(\w+)"/gm),
  ]);
  return new Set(blocks.map(([, kind, type]) => `${kind} ${type}`));
}

/** What of Lambda is not built (docs/compatibility.md), and one that is a call, which its data source makes, too. */
const WITHOUT = [
  'resource aws_lambda_capacity_provider',
  'resource aws_lambda_event_source_mapping',
  'resource aws_lambda_function_recursion_config',
  'resource aws_lambda_invocation',
];

describe.skipIf(!hasTerraform)('Terraform (needs terraform with a copy of its AWS provider)', () => {
  test('has no resource or data source of API Gateway, and no resource of Lambda, that no configuration uses', {
    timeout: 300_000,
  }, async () => {
    const folder = await temporaryFolder();
    const terraform = await terraformIn(folder.path, [], 'http://127.0.0.1:9');
    try {
      const { stdout } = await terraform.run('providers', 'schema', '-json');
      const [schemas = {}] = Object.values<Record<string, object>>(JSON.parse(stdout).provider_schemas);
      const { resource_schemas: resources = {}, data_source_schemas: sources = {} } = schemas;
      const known = [
        ...Object.keys(resources).map((type) => `resource ${type}`),
        ...Object.keys(sources).map((type) => `data ${type}`),
      ].filter((name) => name.includes(' aws_api_gateway_') || name.startsWith('resource aws_lambda_'));
      expect(known.length).toBeGreaterThan(0);
      const isUsed = used();
      expect(known.filter((name) => !isUsed.has(name) && !WITHOUT.includes(name))).toEqual([]);
    } finally {
      await terraform.stop();
      await folder.remove();
    }
  });
});
