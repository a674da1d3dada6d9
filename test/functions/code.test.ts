import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { freePort, listening } from '../support/ports.ts';
import { pythonHas } from '../support/python.ts';
import { clientEnvironment, startSallyport } from '../support/sallyport.ts';
import { known, type Sdk, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

let client: Sdk;
beforeAll(() => {
  client = sdk(inject('sallyport').controlUrl);
});

// API reference, `FunctionCodeLocation` and `LayerVersionContentOutput`: a link to download the deployment package.
test('the code of a function and a layer comes back as it was sent, to whoever has the address', async () => {
  const ZipFile = createZip({ 'index.js': 'exports.handler = async () => 1;' });
  const digest = createHash('sha256').update(ZipFile).digest('base64');
  const Role = 'arn:aws:iam::000000000000:role/code';
  const FunctionName = 'code-comes-back';
  const Code = { ZipFile };
  await client.functions.createFunction({ FunctionName, Runtime: 'nodejs20.x', Handler: 'index.handler', Role, Code });
  const { Content } = await client.functions.publishLayerVersion({
    LayerName: 'code-comes-back',
    Content: { ZipFile },
  });
  const shown = await client.functions.getFunction({ FunctionName });
  for (const location of [known(shown.Code?.Location), known(Content?.Location)]) {
    const response = await fetch(location);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const sent = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(sent).digest('base64')).toBe(digest);
    expect((await fetch(location.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).status).toBe(403);
    expect((await fetch(location, { method: 'DELETE' })).status).toBe(405);
  }
  expect(shown.Configuration?.CodeSha256).toBe(digest);
});

test.skipIf(!pythonHas('boto3, moto.server'))(
  'packages as SAM uploads them run from S3, and the waiters return (needs python3 with boto3 and moto)',
  async () => {
    const port = await freePort();
    const moto = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const motoUrl = `http://127.0.0.1:${port}`;
    const flags = ['--ephemeral', '--max-workers', '1', '--service-endpoints', `s3=${motoUrl}`];
    const environment = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
    const sallyport = await startSallyport(flags, { environment });
    try {
      await listening(port, moto);
      const program = join(packageRoot, 'test', 'functions', 'packages.py');
      const args = [program, sallyport.controlUrl, motoUrl];
      const { status, stdout, stderr } = await runProgram('python3', args, clientEnvironment(sallyport));
      expect([status, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toEqual({
        node: { answer: 'from node_modules' },
        python: { answer: 'from a package' },
        updated: { answer: 'from another object' },
        states: ['Active', 'Successful'],
        version: '1',
      });
    } finally {
      moto.kill('SIGKILL');
      await Promise.all([sallyport.stop(), moto.exitCode === null && once(moto, 'exit')]);
    }
  },
);
