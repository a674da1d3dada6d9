import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { freePort, listening } from '../support/ports.ts';
import { pythonHas } from '../support/python.ts';
import { clientEnvironment, startSallyport } from '../support/sallyport.ts';
import { deployProxy, logRequests, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

const hasMoto = pythonHas('boto3, moto.server');

// Guide page apigateway-logging-to-kinesis.
test.skipIf(!hasMoto)(
  'access logs go to a Firehose stream, here of moto, which writes them to its bucket (needs python3 with boto3 and moto)',
  async () => {
    const port = await freePort();
    const motoUrl = `http://127.0.0.1:${port}`;
    const moto = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const upstream = await startUpstream((_request, response) => response.end('served'));
    const server = await startSallyport(
      ['--ephemeral', '--max-workers', '1', '--service-endpoints', `firehose=${motoUrl}`],
      { environment: { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' } },
    );
    const firehose = async (action: string): Promise<string> => {
      const program = join(packageRoot, 'test', 'aws-services', 'firehose.py');
      const { status, stdout, stderr } = await runProgram(
        'python3',
        [program, motoUrl, action],
        clientEnvironment(server),
      );
      expect(stderr).toBe('');
      expect(status).toBe(0);
      return stdout;
    };
    try {
      await listening(port, moto);
      await firehose('create');
      const client = sdk(server.controlUrl);
      const restApiId = await deployProxy(client, 'pets', upstream.url, 'dev');
      await logRequests(client, restApiId, 'dev', {
        destinationArn: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-pets',
        format: '$context.requestId $context.status',
      });
      const ids: (string | null)[] = [];
      for (let n = 0; n < 3; n++) {
        const answer = await fetch(`${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev/pets`);
        ids.push(answer.headers.get('x-amzn-requestid'));
      }
      const expected = ids.map((id) => `${id} 200\n`).join('');
      let stored = '';
      while (stored.length < expected.length) {
        await sleep(100);
        stored = JSON.parse(await firehose('read'));
      }
      expect(stored).toBe(expected);
    } finally {
      await server.stop();
      await upstream.stop();
      moto.kill();
    }
  },
);
