import { expect, test } from 'vitest';
import { deliveryAction, parseDestination } from './destination.ts';

// Lambda guide, "Adding a destination" and "Capturing records of Lambda asynchronous invocations": five kinds.
test.each([
  ['arn:aws:sqs:us-east-1:000000000000:queue', 'queue', 'sqs:SendMessage'],
  ['arn:aws:sns:us-east-1:000000000000:topic', 'topic', 'sns:Publish'],
  ['arn:aws:events:us-east-1:000000000000:event-bus/default', 'bus', 'events:PutEvents'],
  ['arn:aws:lambda:us-east-1:000000000000:function:f:live', 'function', 'lambda:InvokeFunction'],
  ['arn:aws:s3:::my.bucket', 'bucket', 's3:PutObject'],
])('%s is a %s', (arn, kind, action) => {
  const destination = parseDestination(arn);
  if (destination === undefined) throw new Error('It is none.');
  expect(destination.kind).toBe(kind);
  expect(deliveryAction(destination)).toMatchObject({ action });
});

test.each([
  'arn:aws:sqs:::queue',
  'arn:aws:s3:us-east-1:000000000000:bucket',
  'arn:aws:s3:::bucket/key',
  'arn:aws:s3:::Bucket',
  'arn:aws:dynamodb:us-east-1:000000000000:table/t',
  'queue',
])('%s is none', (arn) => {
  expect(parseDestination(arn)).toBeUndefined();
});
