import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { clients, runProgram } from '../support/client-program.ts';
import { clientEnvironment } from '../support/sallyport.ts';

const script = fileURLToPath(new URL('paginators.py', import.meta.url));

test.skipIf(!clients.boto3)('every paginator of boto3 for API Gateway (needs python3 with boto3)', async () => {
  const ran = await runProgram('python3', [script], clientEnvironment(inject('sallyport')));
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^1\d paginators$/m);
});
