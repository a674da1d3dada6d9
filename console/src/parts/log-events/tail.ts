import { type AwsClient, AwsError, type Output } from '../../aws/index.ts';
import { readMessages } from './event-stream.ts';

export interface TailedEvent {
  readonly timestamp: number;
  readonly message: string;
  readonly logStreamName: string;
  readonly logGroupIdentifier: string;
}

export interface TailOrder {
  readonly logGroupIdentifiers: readonly string[];
  readonly logEventFilterPattern?: string;
}

type Update = Extract<
  NonNullable<Output<'logs', 'startLiveTail'>['responseStream']> extends AsyncIterable<infer E> ? E : never,
  { readonly sessionUpdate: object }
>['sessionUpdate'];

/**
 * Opens a session of StartLiveTail and gives what comes, until it is aborted or ends after three hours.
 * @throws {AwsError}
 */
export async function* tail(
  aws: AwsClient,
  order: TailOrder,
  signal: AbortSignal,
): AsyncGenerator<readonly TailedEvent[], void, void> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'Logs_20140328.StartLiveTail',
  };
  const body = new TextEncoder().encode(JSON.stringify(order));
  const response = await aws.send({ method: 'POST', path: '/', query: [], headers, body }, 'logs', signal);
  if (!response.ok || response.body === null) throw await refusal(response);
  for await (const { headers: about, payload } of readMessages(response.body)) {
    const value = JSON.parse(new TextDecoder().decode(payload));
    if (about[':message-type'] === 'exception') {
      throw new AwsError(about[':exception-type'] ?? '', String(value.message ?? ''), 200);
    }
    if (about[':event-type'] === 'sessionUpdate') {
      yield ((value as Update).sessionResults ?? []) as readonly TailedEvent[];
    }
  }
}

async function refusal(response: Response): Promise<AwsError> {
  const { __type = '', message, Message } = JSON.parse((await response.text()) || '{}');
  return new AwsError(String(__type).replace(/^.*#/, ''), String(message ?? Message ?? ''), response.status);
}
