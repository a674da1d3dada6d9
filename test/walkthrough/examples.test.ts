import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { clients, runProgram } from '../support/client-program.ts';
import { clientEnvironment } from '../support/sallyport.ts';

const walk = (example: string) =>
  runProgram(
    'bash',
    [join(packageRoot, 'examples', example, 'walkthrough.sh')],
    clientEnvironment(inject('sallyport')),
  );

test.skipIf(!clients.awsCli || !clients.curl)(
  'examples/users: the walkthrough of the README (needs the AWS CLI and curl)',
  async () => {
    const { status, stdout, stderr } = await walk('users');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    // The first list is empty; Ada is created; both stages list her; only the second deployment knows /users/{id} (fact D2).
    expect(stdout).toContain('[] (200)');
    expect(stdout).toMatch(/\[\{"id":"[0-9a-f-]{36}","name":"Ada"\}\] \(200\)/);
    expect(stdout).toMatch(/\n\{"id":"[0-9a-f-]{36}","name":"Ada"\} \(200\)/);
    expect(stdout).toContain('{"message":"Missing Authentication Token"} (403)');
  },
);

test.skipIf(!clients.awsCli || !clients.curl)(
  'examples/petstore: an API before an HTTP backend (needs the AWS CLI and curl)',
  async () => {
    const { status, stdout, stderr } = await walk('petstore');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('[{"id":2,"type":"cat","price":124.99}] (200)');
    expect(stdout).toContain('{"id":2,"type":"cat","price":124.99} (200)');
    expect(stdout).toContain('{"message":"There is no pet 99."} (404)');
    expect(stdout).toContain('{"id":4,"type":"bird","price":9.5} (201)');
  },
);
