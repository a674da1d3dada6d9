import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { clients, runProgram } from '../support/client-program.ts';
import { clientEnvironment } from '../support/sallyport.ts';

const script = fileURLToPath(new URL('required_members.py', import.meta.url));

// The model is the one that boto3 ships, read by AWS's own code; the words are recorded on many services.
test.skipIf(!clients.boto3)('no operation goes without a required member (needs python3 with boto3)', async () => {
  const ran = await runProgram('python3', [script], clientEnvironment(inject('sallyport')));
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^\d{2} required members$/m);
});
