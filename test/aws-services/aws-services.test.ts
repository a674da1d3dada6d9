import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { freePort, listening } from '../support/ports.ts';
import { pythonHas } from '../support/python.ts';
import { clientEnvironment, startSallyport } from '../support/sallyport.ts';

const hasMoto = pythonHas('boto3, moto.server');

test.skipIf(!hasMoto)(
  'the guide’s service proxies work in front of moto (needs python3 with boto3 and moto)',
  async () => {
    const port = await freePort();
    const moto = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const motoUrl = `http://127.0.0.1:${port}`;
    const sallyport = await startSallyport(
      ['--ephemeral', '--max-workers', '1', '--service-endpoints', `*=${motoUrl}`],
      {
        environment: { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
      },
    );
    try {
      await listening(port, moto);
      const program = join(packageRoot, 'test', 'aws-services', 'proxies.py');
      const { status, stdout, stderr } = await runProgram(
        'python3',
        [program, sallyport.controlUrl, sallyport.gatewayUrl, motoUrl],
        clientEnvironment(sallyport),
      );
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        makeBucket: 200,
        putObject: 200,
        stored: true,
        getObject: [200, 'image/png', true],
        // Fact D74: binary data for somebody who accepts text.
        getAsText: true,
        listBucket: true,
        listBuckets: true,
        headObject: [200, 'image/png'],
        missingObject: 400,
        deleteObject: 200,
        gone: true,
        deleteBucket: 200,
        putItem: 200,
        query: [{ id: { S: '7' }, name: { S: 'Bill "the cat"' } }],
        sendMessage: 200,
        received: { order: '1 & 2' },
        publish: 200,
        published: 'hello & goodbye',
        execution: true,
        streams: ['clicks'],
        putRecords: 0,
        records: ['more', 'some data'],
        putEvents: 0,
        archived: 1,
        deliver: 200,
        delivered: { id: 7 },
      });
      expect(sallyport.output()).not.toMatch(/ WARN /);
    } finally {
      moto.kill('SIGKILL');
      await Promise.all([sallyport.stop(), moto.exitCode === null && once(moto, 'exit')]);
    }
  },
);
