import type { AwsClient, FunctionInvoker, InvocationResult } from '../../../model/index.ts';
import { DELIVERY } from '../limits.ts';
import { type Destination, parseDestination } from './destination.ts';
import { createMessages, type Message } from './messages.ts';

/** Reports on events to those who are to hear of them. */
export interface Deliveries {
  /** Tries some times; what cannot be delivered is told to the operator and forgotten, as on AWS. Never rejects. */
  deliver(targetArn: string, message: Message): Promise<void>;
}

export interface DeliveryOptions {
  readonly aws: AwsClient;
  readonly invoke: FunctionInvoker['invoke'];
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
  readonly retryDelaysMs?: readonly number[];
}

export function createDeliveries({
  aws,
  invoke,
  warn,
  retryDelaysMs = DELIVERY.retryDelaysMs,
}: DeliveryOptions): Deliveries {
  const messages = createMessages(aws);
  const once = async (destination: Destination, message: Message): Promise<void> => {
    if (destination.kind !== 'function') return messages.send(destination, message);
    const body = message.kind === 'record' ? JSON.stringify(message.record) : message.letter.body;
    const result: InvocationResult = await invoke({
      functionArn: destination.arn,
      payload: Buffer.from(body),
      type: 'Event',
    });
    if (result.kind === 'refused') throw new Error(`${destination.arn}: ${result.message}`);
  };

  return {
    async deliver(targetArn, message) {
      const destination = parseDestination(targetArn);
      if (destination === undefined) return warn('An event has a destination that is none.', { targetArn });
      for (let attempt = 0; ; attempt++) {
        try {
          return await once(destination, message);
        } catch (error) {
          const delayMs = retryDelaysMs[attempt];
          const reason = error instanceof Error ? error.message : String(error);
          if (delayMs === undefined) {
            return warn('An asynchronous invocation could not be reported to its destination.', { targetArn, reason });
          }
          await new Promise((resolve) => setTimeout(resolve, delayMs).unref());
        }
      }
    },
  };
}
