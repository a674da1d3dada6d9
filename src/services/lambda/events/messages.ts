import type { AwsClient } from '../../../model/index.ts';
import type { Destination } from './destination.ts';
import type { DeadLetter, DestinationRecord } from './records.ts';

/**
 * Sends to queues, topics, event buses and buckets (SQS and SNS API references, by form; EventBridge, JSON 1.1; S3 `PutObject`).
 * @throws when it is not taken
 */
export interface Messages {
  send(destination: Destination, message: Message): Promise<void>;
}

/** The record of an event, or a dead letter. */
export type Message =
  | { readonly kind: 'record'; readonly record: DestinationRecord }
  | { readonly kind: 'deadLetter'; readonly letter: DeadLetter };

/** @param uuid makes the keys of objects differ */
export function createMessages(aws: AwsClient, uuid: () => string): Messages {
  const post = async (
    destination: Destination,
    service: string,
    headers: readonly string[],
    body: string,
  ): Promise<string> => {
    const { region, partition } = destination;
    const { status, body: answer } = await aws.call({
      service,
      region,
      partition,
      method: 'POST',
      path: '/',
      headers,
      body: Buffer.from(body),
    });
    const text = answer.toString('utf8');
    if (status >= 300) throw new Error(`${destination.arn} answered ${status}: ${text.slice(0, 500)}`);
    return text;
  };
  const putObject = async ({ arn, name, partition }: Destination, record: DestinationRecord): Promise<void> => {
    const region = record.requestContext.functionArn.split(':')[3] ?? '';
    const { status, body } = await aws.call({
      service: 's3',
      region,
      partition,
      method: 'PUT',
      path: `/${name}/${objectKey(record, uuid())}`,
      headers: ['Content-Type', 'application/json'],
      body: Buffer.from(JSON.stringify(record)),
    });
    if (status >= 300) throw new Error(`${arn} answered ${status}: ${body.toString('utf8').slice(0, 500)}`);
  };
  const form = (destination: Destination, service: string, fields: Readonly<Record<string, string>>) =>
    post(
      destination,
      service,
      ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
      new URLSearchParams(fields).toString(),
    );

  return {
    async send(destination, message) {
      const { kind, region, accountId, name, arn, partition } = destination;
      const text = message.kind === 'record' ? JSON.stringify(message.record) : message.letter.body;
      if (kind === 'queue') {
        const QueueUrl = `${await aws.endpointUrl('sqs', region, partition)}/${accountId}/${name}`;
        const attributes = message.kind === 'deadLetter' ? letterAttributes(message.letter, 'MessageAttribute') : {};
        const fields = { Action: 'SendMessage', Version: '2012-11-05', QueueUrl, MessageBody: text, ...attributes };
        await form(destination, 'sqs', fields);
      } else if (kind === 'topic') {
        const attributes =
          message.kind === 'deadLetter' ? letterAttributes(message.letter, 'MessageAttributes.entry') : {};
        const fields = { Action: 'Publish', Version: '2010-03-31', TopicArn: arn, Message: text, ...attributes };
        await form(destination, 'sns', fields);
      } else if (kind === 'bucket' && message.kind === 'record') {
        await putObject(destination, message.record);
      } else if (kind === 'bus' && message.kind === 'record') {
        const headers = ['Content-Type', 'application/x-amz-json-1.1', 'X-Amz-Target', 'AWSEvents.PutEvents'];
        const answer = await post(destination, 'events', headers, JSON.stringify(busEntries(arn, message.record)));
        const { FailedEntryCount } = JSON.parse(answer) as { readonly FailedEntryCount?: number };
        if (FailedEntryCount !== undefined && FailedEntryCount > 0) throw new Error(`${arn} took no event: ${answer}`);
      } else throw new Error(`${arn} takes no ${message.kind}.`);
    },
  };
}

/** Lambda guide, "Adding a destination", S3: `aws/lambda/async/NAME/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-UUID`. */
function objectKey({ timestamp, requestContext }: DestinationRecord, id: string): string {
  const name = requestContext.functionArn.split(':')[6] ?? '';
  const [date = '', time = ''] = timestamp.slice(0, 19).split('T');
  return `aws/lambda/async/${name}/${date.replaceAll('-', '/')}/${date}T${time.replaceAll(':', '.')}-${id}`;
}

/** Lambda guide, "Adding a destination", EventBridge. */
function busEntries(busArn: string, record: DestinationRecord) {
  const outcome = record.requestContext.condition === 'Success' ? 'Success' : 'Failure';
  return {
    Entries: [
      {
        EventBusName: busArn,
        Source: 'lambda',
        DetailType: `Lambda Function Invocation Result - ${outcome}`,
        Resources: [busArn, record.requestContext.functionArn],
        Detail: JSON.stringify(record),
      },
    ],
  };
}

/** Lambda guide, "Dead-letter queues": RequestID, ErrorCode, ErrorMessage. An attribute of no length is none. */
function letterAttributes({ requestId, errorCode, errorMessage }: DeadLetter, prefix: string): Record<string, string> {
  const attributes = [
    ['RequestID', 'String', requestId],
    ['ErrorCode', 'Number', String(errorCode)],
    ['ErrorMessage', 'String', errorMessage],
  ].filter(([, , value]) => value !== '');
  return Object.fromEntries(
    attributes.flatMap(([name = '', type = '', value = ''], at) => [
      [`${prefix}.${at + 1}.Name`, name],
      [`${prefix}.${at + 1}.Value.DataType`, type],
      [`${prefix}.${at + 1}.Value.StringValue`, value],
    ]),
  );
}
