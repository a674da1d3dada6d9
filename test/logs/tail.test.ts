import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { clients, runProgram } from '../support/client-program.ts';
import { until } from '../support/processes.ts';
import { clientEnvironment } from '../support/sallyport.ts';
import { sdk } from '../support/sdk.ts';

const script = fileURLToPath(new URL('tail.py', import.meta.url));

const { awsCli2 = 'aws' } = clients;

// AWS CLI command reference, `logs tail`; version 1 has no such command.
test.skipIf(!clients.awsCli2)('aws logs tail --follow (needs aws, version 2)', { timeout: 120_000 }, async () => {
  const server = inject('sallyport');
  const { logs } = sdk(server.controlUrl);
  const stream = { logGroupName: 'followed', logStreamName: 'one' };
  await logs.createLogGroup({ logGroupName: 'followed' });
  await logs.createLogStream(stream);
  const put = (message: string) => logs.putLogEvents({ ...stream, logEvents: [{ timestamp: Date.now(), message }] });
  await put('before');
  const command = ['--endpoint-url', server.controlUrl, 'logs', 'tail', 'followed', '--follow', '--format', 'short'];
  // Python keeps back what it prints into a pipe.
  const env = { ...clientEnvironment(server), PYTHONUNBUFFERED: '1' };
  const tail = spawn(awsCli2, command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(tail, 'close');
  let shown = '';
  let complained = '';
  tail.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  tail.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  await until('it shows what was there before', () => shown.includes('before'));
  await put('after');
  // It asks every five seconds.
  await until('it shows what comes in', () => shown.includes('after'));
  tail.kill('SIGINT');
  await closed;
  expect(complained).toBe('');
  const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d`;
  expect(shown).toMatch(new RegExp(`^${time} before\n${time} after\n$`));
});

test.skipIf(!clients.boto3)('the calls of aws logs tail --follow (needs python3 with boto3)', async () => {
  const { status, stdout, stderr } = await runProgram('python3', [script], clientEnvironment(inject('sallyport')));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const before = Array.from({ length: 10_001 }, (_, n) => String(n));
  expect(JSON.parse(stdout)).toEqual([...before, 'of the same time', 'last']);
});
