import type { FunctionInvoker, LogGroupRef } from '../../../model/index.ts';
import { invalidParameter, notSupported } from '../errors.ts';
import { groupArn } from '../names.ts';

const FUNCTION_ARN = /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:([\w-]+)(:[\w$-]+)?$/;
const SERVICE = /^arn:aws[\w-]*:([\w-]+):/;

/** @throws {ServiceError} for what is no Lambda function, and for the function whose own log the group is */
export function checkDestination(destinationArn: string, group: LogGroupRef): void {
  const service = SERVICE.exec(destinationArn)?.[1];
  if (service === 'kinesis' || service === 'firehose' || service === 'logs') {
    throw notSupported(`subscription filters to ${service}; their destinations are Lambda functions`);
  }
  const name = FUNCTION_ARN.exec(destinationArn)?.[1];
  if (name === undefined) throw invalidParameter(`Invalid destination ARN: ${destinationArn}`);
  // The text is AWS's, as its users report it: what such a function logs would call it again, without an end.
  if (group.name === `/aws/lambda/${name}`) {
    throw invalidParameter('The log group provided is reserved for the function logs of the destination function.');
  }
}

/** Calls a function as CloudWatch Logs does: for its policy both names of the service are the caller. */
export async function callDestination(
  functions: FunctionInvoker,
  group: LogGroupRef,
  call: { readonly functionArn: string; readonly payload: Uint8Array; readonly type: 'Event' | 'DryRun' },
): ReturnType<FunctionInvoker['invoke']> {
  const sourceArn = `${groupArn(group)}:*`;
  const result = await functions.invoke({ ...call, source: { principal: 'logs.amazonaws.com', sourceArn } });
  if (result.kind !== 'refused' || result.reason !== 'AccessDenied') return result;
  const principal = `logs.${group.scope.region}.amazonaws.com`;
  return functions.invoke({ ...call, source: { principal, sourceArn } });
}
