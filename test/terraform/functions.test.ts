import { describe, test } from 'vitest';
import { createZip } from '../support/zip.ts';
import { runCycle } from './cycle.ts';
import { hasTerraform } from './terraform.ts';

/** Tells which code and which environment answered, and what it was asked. */
const code = (round: string) =>
  createZip({
    'index.js': `exports.handler = async (event) => ({ code: '${round}', text: process.env.TEXT, ...event });`,
  });

describe.skipIf(!hasTerraform)('Terraform and functions (needs terraform with a copy of its AWS provider)', () => {
  test('apply, plan nothing more, update, import and destroy', { timeout: 600_000 }, () =>
    runCycle({
      file: 'functions.tf',
      files: { 'function-one.zip': code('one'), 'function-two.zip': code('two') },
      // The deployment is replaced, the resource is moved in rest-apis.tf, and the provider updates no permission in place.
      constant: ['aws_api_gateway_deployment', 'aws_api_gateway_resource', 'aws_lambda_permission'],
      replaced: ['aws_api_gateway_deployment.this'],
      // No import can know the name of the file that a function's code came from.
      completed: { 'aws_lambda_function.answer': 'update' },
    }),
  );
});
