import type { AwsClient } from '../../aws/index.ts';
import type { Configuration } from './use-functions.ts';

const PAUSE_MS = 500;

/** Whether a change is still on its way (Lambda guide, "Lambda function states"). */
export function isChanging({ State, LastUpdateStatus }: Configuration): boolean {
  return State === 'Pending' || LastUpdateStatus === 'InProgress';
}

/** A function once its last change is done or has failed. @throws {AwsError} */
export async function settled(aws: AwsClient, changed: Configuration): Promise<Configuration> {
  let now = changed;
  while (isChanging(now)) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    now = await aws.call('lambda', 'getFunctionConfiguration', { FunctionName: changed.FunctionName ?? '' });
  }
  return now;
}
