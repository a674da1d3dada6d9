import type { FunctionCredentials, FunctionVersion } from '../model/index.ts';
import type { StsService } from '../services/sts/index.ts';

/** Ours; AWS does not publish how long a function's credentials last. */
const SESSION_SECONDS = 21_600;

/**
 * Gives a new instance credentials of its function's role, if IAM here knows the role and it trusts Lambda. They are good at
 * our own control API alone, so they come with its address.
 */
export async function functionCredentials(
  { arn, functionName, accountId, roleArn }: FunctionVersion,
  sts: Pick<StsService, 'assumeForService'>,
  endpointUrl: string,
  nowMs: number,
): Promise<FunctionCredentials | undefined> {
  const session = await sts.assumeForService({
    roleArn,
    service: 'lambda.amazonaws.com',
    sourceArn: arn,
    sourceAccount: accountId,
    sessionName: functionName,
    seconds: SESSION_SECONDS,
    nowMs,
  });
  return session && { ...session, endpointUrl };
}
