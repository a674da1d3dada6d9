import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { clients, runProgram } from '../support/client-program.ts';
import { clientEnvironment } from '../support/sallyport.ts';

test.skipIf(!clients.boto3)('the walkthrough with boto3 and a Python function (needs python3 with boto3)', async () => {
  const server = inject('sallyport');
  const program = join(packageRoot, 'test', 'walkthrough', 'walkthrough.py');
  const { status, stdout, stderr } = await runProgram(
    'python3',
    [program, server.controlUrl, server.gatewayUrl, randomUUID()],
    clientEnvironment(server),
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    caller: 'arn:aws:iam::000000000000:root',
    // Fact D59: a missing invoke permission is a 500.
    withoutPermission: [500, { message: 'Internal server error' }],
    get: [200, ['Ada', 'Grace']],
    post: [201, { made: 'Linus' }],
    tags: { 'made-by': 'boto3' },
    pages: [1, 1],
  });
});
