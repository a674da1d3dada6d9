import type { FunctionInvoker } from '../../../model/index.ts';
import type { AlarmMessage } from '../../../services/cloudwatch/index.ts';
import { ActionError } from './action-error.ts';

/** Who calls (user guide, "Invoke a Lambda function from an alarm"). */
const PRINCIPAL = 'lambda.alarms.cloudwatch.amazonaws.com';

/** What trying again does not change: "when the function doesn't exist", "not authorized", and calls that Lambda does not take. */
const FINAL = new Set(['NotFound', 'AccessDenied', 'RequestTooLarge', 'InvalidRequest']);

/** Calls a function asynchronously, as AWS does. @returns the event */
export async function callFunction(
  functions: FunctionInvoker,
  functionArn: string,
  alarmArn: string,
  { event }: AlarmMessage,
): Promise<string> {
  const result = await functions.invoke({
    functionArn,
    payload: Buffer.from(event),
    type: 'Event',
    source: { principal: PRINCIPAL, sourceArn: alarmArn },
  });
  if (result.kind === 'invoked') return event;
  throw new ActionError(result.message, FINAL.has(result.reason));
}
