import { describe, test } from 'vitest';
import { createZip } from '../support/zip.ts';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

const code = createZip({ 'index.js': 'exports.handler = async () => undefined;' });

describe.skipIf(!hasTerraform)('Terraform and logs (needs terraform with a copy of its AWS provider)', () => {
  test('apply, plan nothing more, update in place, import and destroy', { timeout: 600_000 }, () =>
    runCycle({
      file: 'logs.tf',
      files: { 'code.zip': code },
      // A stream has nothing that could be updated.
      constant: ['aws_lambda_permission', 'aws_cloudwatch_log_stream'],
      // No import can know the name of the file that a function's code came from.
      completed: { 'aws_lambda_function.reader': 'update' },
    }),
  );
});
