import { expect, it } from 'vitest';
import { packEvents } from '../log-records/index.ts';
import type { AwsRequest, AwsResponse } from '../model/index.ts';
import { createFirehose } from './firehose.ts';

// Amazon Data Firehose API reference, PutRecordBatch: 500 records a call; records that were not taken are named by their place.
const ARN = 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-pets';
const batch = (messages: readonly string[]) => ({
  scope: { accountId: '', region: '' },
  logGroup: ARN,
  logStream: '',
  records: packEvents(messages.map((message) => ({ timestampMs: 0, message }))),
});

/** A stream that answers by turns. */
function stream(answers: readonly (object | Error)[]) {
  const calls: AwsRequest[] = [];
  const warnings: string[] = [];
  const waits: number[] = [];
  const deliver = createFirehose({
    aws: {
      async call(request): Promise<AwsResponse> {
        const answer = answers[Math.min(calls.length, answers.length - 1)];
        calls.push(request);
        if (answer instanceof Error) throw answer;
        return { status: 200, headers: [], body: Buffer.from(JSON.stringify(answer)) };
      },
    },
    sleep: async (ms) => waits.push(ms),
    warn: (message) => warnings.push(message),
  });
  const records = () => calls.map(({ body }) => JSON.parse(Buffer.from(body).toString()).Records);
  const lines = () => records().map((each) => each.map(({ Data = '' }) => Buffer.from(Data, 'base64').toString()));
  return { deliver, calls, warnings, waits, lines };
}

it('sends lines as records, 500 a call, signed for the region of the stream', async () => {
  const { deliver, calls, lines } = stream([{ FailedPutCount: 0, RequestResponses: [] }]);
  await deliver([batch(Array.from({ length: 501 }, (_, n) => `line ${n}`))]);
  expect(lines().map((each) => each.length)).toEqual([500, 1]);
  expect(lines()[1]).toEqual(['line 500\n']);
  expect(calls[0]).toMatchObject({ service: 'firehose', region: 'eu-west-1', method: 'POST' });
});

it('sends again what was not taken, and nothing else', async () => {
  const { deliver, lines, waits } = stream([
    { FailedPutCount: 1, RequestResponses: [{ RecordId: '1' }, { ErrorCode: 'ServiceUnavailableException' }] },
    { FailedPutCount: 0, RequestResponses: [{ RecordId: '2' }] },
  ]);
  await deliver([batch(['a', 'b'])]);
  expect(lines()).toEqual([['a\n', 'b\n'], ['b\n']]);
  expect(waits).toEqual([100]);
});

it('gives lines up that nobody takes, and says so once until they are taken again', async () => {
  const taken = { FailedPutCount: 0, RequestResponses: [] };
  const gone = new Error('connect ECONNREFUSED');
  const { deliver, calls, warnings } = stream([gone, gone, gone, gone, gone, gone, taken]);
  await deliver([batch(['a'])]);
  expect(calls).toHaveLength(5);
  await deliver([batch(['b'])]);
  expect(calls).toHaveLength(6);
  await deliver([batch(['c'])]);
  expect(warnings).toEqual([
    'Access logs cannot be delivered; lines are lost until they can.',
    'Access logs are delivered again.',
  ]);
});
