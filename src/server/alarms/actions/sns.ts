import type { AwsClient } from '../../../model/index.ts';
import type { AlarmAction, AlarmMessage } from '../../../services/cloudwatch/index.ts';
import { ActionError } from './action-error.ts';

/** SNS API reference, `Publish`: at most 100 characters of ASCII. */
const SUBJECT_LENGTH = 100;

/** Publishes to a topic, in the forms that AWS has for its subscribers. @returns what was published */
export async function publishToTopic(
  aws: AwsClient,
  { topicArn, region, partition }: Extract<AlarmAction, { readonly kind: 'sns' }>,
  { subject, notification, short, text }: AlarmMessage,
): Promise<string> {
  const message = JSON.stringify({ default: notification, sms: short, email: text });
  const form = new URLSearchParams({
    Action: 'Publish',
    Version: '2010-03-31',
    TopicArn: topicArn,
    Subject: subject.replace(/[^\x20-\x7e]/g, '?').slice(0, SUBJECT_LENGTH),
    Message: message,
    MessageStructure: 'json',
    // A topic that is first in, first out wants one; others take none.
    ...(topicArn.endsWith('.fifo') && { MessageGroupId: 'cloudwatch-alarms' }),
  });
  const { status, body } = await aws.call({
    service: 'sns',
    region,
    partition,
    method: 'POST',
    path: '/',
    headers: ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
    body: Buffer.from(form.toString()),
  });
  if (status === 200) return message;
  const answer = body.toString('utf8', 0, 2_000);
  const reason = /<Message>([^<]*)<\/Message>/.exec(answer)?.[1] ?? answer.slice(0, 200);
  throw new ActionError(`SNS answered ${status}: ${reason}`, status >= 400 && status < 500 && status !== 429);
}
