import { messagesOf } from '../log-records/index.ts';
import type { AwsClient, LogBatch } from '../model/index.ts';

/** Amazon Data Firehose API reference, `PutRecordBatch`: records and bytes a call. */
const MAX_RECORDS = 500;
const MAX_BYTES = 4_194_304;
/** How long is waited before what was not taken is sent again; then it is lost. Ours. */
const RETRY_MS = [100, 400, 1_600, 6_400] as const;
const STREAM = /^arn:([\w-]+):firehose:([\w-]+):\d{12}:deliverystream\/(.+)$/;

export interface FirehoseOptions {
  readonly aws: Pick<AwsClient, 'call'>;
  sleep(ms: number): Promise<unknown>;
  /** One line for the operator. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** Delivers lines to Firehose streams, each batch to the stream whose ARN stands for its group. Never rejects. */
export type DeliverLogs = (batches: readonly LogBatch[]) => Promise<void>;

interface PutAnswer {
  readonly RequestResponses?: readonly { readonly ErrorCode?: string; readonly ErrorMessage?: string }[];
}

/**
 * Sends access logs to Firehose streams, each line a record with its line end (guide page apigateway-logging-to-kinesis). What a stream
 * does not take is sent again a few times, and then lost; the operator is told once until it takes some again.
 */
export function createFirehose({ aws, sleep, warn }: FirehoseOptions): DeliverLogs {
  const failing = new Set<string>();

  /** @returns those that were not taken, and why */
  const put = async (arn: string, records: readonly string[]): Promise<readonly string[]> => {
    const [, partition, region = '', name = ''] = STREAM.exec(arn) ?? [];
    const response = await aws.call({
      service: 'firehose',
      region,
      ...(partition && { partition }),
      method: 'POST',
      path: '/',
      headers: ['Content-Type', 'application/x-amz-json-1.1', 'X-Amz-Target', 'Firehose_20150804.PutRecordBatch'],
      body: Buffer.from(JSON.stringify({ DeliveryStreamName: name, Records: records.map((Data) => ({ Data })) })),
    });
    const text = response.body.toString('utf8');
    if (response.status !== 200) throw new Error(`Status ${response.status}: ${text.slice(0, 500)}`);
    const { RequestResponses = [] }: PutAnswer = JSON.parse(text);
    return records.filter((_, n) => RequestResponses[n]?.ErrorCode !== undefined);
  };

  const send = async (arn: string, records: readonly string[]): Promise<void> => {
    let left = records;
    let reason = 'Some records were not taken.';
    for (const waitMs of [...RETRY_MS, undefined]) {
      try {
        left = await put(arn, left);
        if (left.length === 0) {
          if (failing.delete(arn)) warn('Access logs are delivered again.', { stream: arn });
          return;
        }
      } catch (error) {
        reason = String(error);
      }
      // A stream that takes nothing is not asked again and again for every batch.
      if (waitMs === undefined || failing.has(arn)) break;
      await sleep(waitMs);
    }
    if (!failing.has(arn))
      warn('Access logs cannot be delivered; lines are lost until they can.', { stream: arn, reason });
    failing.add(arn);
  };

  return async (batches) => {
    for (const { logGroup, records } of batches) {
      for (const call of callsOf(messagesOf(records))) await send(logGroup, call);
    }
  };
}

/** Records in base64, as many as one call takes. */
function* callsOf(lines: readonly string[]): Generator<readonly string[]> {
  let records: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    const record = Buffer.from(`${line}\n`).toString('base64');
    if (records.length === MAX_RECORDS || (records.length > 0 && bytes + record.length > MAX_BYTES)) {
      yield records;
      records = [];
      bytes = 0;
    }
    records.push(record);
    bytes += record.length;
  }
  if (records.length > 0) yield records;
}
