import { describe, test } from 'vitest';
import { createZip } from '../support/zip.ts';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

/** Tells which code answered, and what its layer says. */
const code = (round: string) =>
  createZip({
    'index.js': `exports.handler = async () => ({ code: '${round}', layer: require('shared') });`,
  });
const layer = createZip({ 'nodejs/node_modules/shared/index.js': "module.exports = 'shared';" });

describe.skipIf(!hasTerraform)('Terraform and Lambda (needs terraform with a copy of its AWS provider)', () => {
  // 35 seconds of it are the provider's own pauses: 5 after each call that makes or changes a function or provisions concurrency.
  test('apply, plan nothing more, update, import and destroy', { timeout: 600_000 }, () =>
    runCycle({
      file: 'lambda.tf',
      files: { 'function-one.zip': code('one'), 'function-two.zip': code('two'), 'layer.zip': layer },
      // The provider updates none of the first three in place, and a runtime is always the machine's.
      constant: [
        'aws_lambda_layer_version',
        'aws_lambda_layer_version_permission',
        'aws_lambda_permission',
        'aws_lambda_runtime_management_config',
      ],
      // No import can know the names of the files that code came from; who depends on them changes with them.
      completed: {
        'aws_lambda_alias.live': 'update',
        'aws_lambda_function.api': 'update',
        'aws_lambda_layer_version.shared': 'replace',
        'aws_lambda_layer_version_permission.shared': 'replace',
      },
    }),
  );
});
