import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { runProgram } from '../support/client-program.ts';
import { pythonHas } from '../support/python.ts';
import { clientEnvironment } from '../support/sallyport.ts';

const script = fileURLToPath(new URL('commands.py', import.meta.url));

// What the commands must give stands in the script, from the guide, the service model and the facts that it names.
test.skipIf(!pythonHas('awscli'))(
  'every command of aws apigateway that this release of the CLI has (needs python3 with awscli)',
  async () => {
    const ran = await runProgram('python3', [script], clientEnvironment(inject('sallyport')));
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/^1[12]\d of 1[12]\d commands$/m);
  },
);
