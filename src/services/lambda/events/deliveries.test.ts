import { expect, test } from 'vitest';
import type { AwsRequest } from '../../../model/index.ts';
import { createDeliveries } from './deliveries.ts';
import type { Message } from './messages.ts';

const functionArn = 'arn:aws:lambda:eu-west-1:000000000000:function:work';
const message: Message = {
  kind: 'record',
  record: {
    version: '1.0',
    timestamp: '2026-11-28T03:04:05.678Z',
    requestContext: {
      requestId: 'id',
      functionArn: `${functionArn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: 3,
    },
    requestPayload: { n: 1 },
  },
};

async function deliver(targetArn: string, isAllowed = true, status = 200) {
  const calls: AwsRequest[] = [];
  const warnings: unknown[] = [];
  const asked: unknown[] = [];
  const deliveries = createDeliveries({
    aws: {
      endpointUrl: async (service) => `http://${service}.test`,
      async call(request) {
        calls.push(request);
        return { status, headers: [], body: Buffer.from('') };
      },
    },
    invoke: () => Promise.reject(new Error('No function is to be called.')),
    async mayDo(roleArn, { name }, action, resource) {
      asked.push([roleArn, name, action, resource]);
      return isAllowed;
    },
    uuid: () => '11111111-2222-4333-8444-555555555555',
    warn: (_text, detail) => warnings.push(detail),
    retryDelaysMs: [1],
  });
  await deliveries.deliver(targetArn, message, { roleArn: 'arn:aws:iam::000000000000:role/r', name: 'work' });
  return { calls, warnings, asked };
}

// Lambda guide, "Adding a destination", Amazon S3: the form of the key.
test('a record goes to a bucket as an object of its own, in the function’s region', async () => {
  const { calls, warnings, asked } = await deliver('arn:aws:s3:::records');
  expect(calls).toEqual([
    {
      service: 's3',
      region: 'eu-west-1',
      partition: 'aws',
      method: 'PUT',
      path: '/records/aws/lambda/async/work/2026/11/28/2026-11-28T03.04.05-11111111-2222-4333-8444-555555555555',
      headers: ['Content-Type', 'application/json'],
      body: Buffer.from(JSON.stringify(message.kind === 'record' && message.record)),
    },
  ]);
  expect(asked).toEqual([['arn:aws:iam::000000000000:role/r', 'work', 's3:PutObject', 'arn:aws:s3:::records/*']]);
  expect(warnings).toEqual([]);
});

test('what is not taken is tried again, and then told to the operator', async () => {
  const { calls, warnings } = await deliver('arn:aws:s3:::records', true, 500);
  expect(calls).toHaveLength(2);
  expect(warnings).toHaveLength(1);
});

test('what the function’s role does not allow is not sent', async () => {
  const target = 'arn:aws:sqs:eu-west-1:000000000000:queue';
  const { calls, warnings } = await deliver(target, false);
  expect(calls).toEqual([]);
  const reason = `arn:aws:iam::000000000000:role/r does not allow sqs:SendMessage on ${target}.`;
  expect(warnings).toEqual([{ targetArn: target, reason }]);
});
