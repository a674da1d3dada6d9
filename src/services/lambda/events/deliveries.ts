import type { AwsClient, FunctionInvoker, InvocationResult } from '../../../model/index.ts';
import type { MayDo } from '../access/role-rights.ts';
import type { FunctionReference } from '../function-name.ts';
import { DELIVERY } from '../limits.ts';
import { type Destination, deliveryAction, parseDestination } from './destination.ts';
import { createMessages, type Message } from './messages.ts';

/** Reports on events to those who are to hear of them. */
export interface Deliveries {
  /**
   * Tries some times; what cannot be delivered, or what the function's role does not allow, is told to the operator and forgotten, as on
   * AWS. Rejects before anything is sent, and only when the role cannot be read.
   */
  deliver(targetArn: string, message: Message, sender: Sender): Promise<void>;
}

/** The function that reports. */
export interface Sender extends Pick<FunctionReference, 'name'> {
  readonly roleArn: string;
}

export interface DeliveryOptions {
  readonly aws: AwsClient;
  readonly invoke: FunctionInvoker['invoke'];
  /** What roles allow. */
  readonly mayDo: MayDo;
  /** A random UUID, version 4. */
  uuid(): string;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
  readonly retryDelaysMs?: readonly number[];
}

export function createDeliveries({
  aws,
  invoke,
  mayDo,
  uuid,
  warn,
  retryDelaysMs = DELIVERY.retryDelaysMs,
}: DeliveryOptions): Deliveries {
  const messages = createMessages(aws, uuid);
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
    async deliver(targetArn, message, { roleArn, name }) {
      const destination = parseDestination(targetArn);
      if (destination === undefined) return warn('An event has a destination that is none.', { targetArn });
      const { action, resource } = deliveryAction(destination);
      if (!(await mayDo(roleArn, { name }, action, resource))) {
        const reason = `${roleArn} does not allow ${action} on ${resource}.`;
        return warn('An asynchronous invocation could not be reported to its destination.', { targetArn, reason });
      }
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
