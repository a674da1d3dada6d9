import type { AwsClient } from '../../../aws/index.ts';
import { allowInvocation } from '../../../data/index.ts';
import type { IntegrationDraft } from './draft.ts';

/**
 * Lets an API's routes invoke the function that an integration leads to. One that a role invokes needs no such leave.
 * @throws {AwsError}
 */
export async function allowRoutes(
  aws: AwsClient,
  account: string,
  apiId: string,
  { kind, functionArn, credentials }: IntegrationDraft,
): Promise<void> {
  if (kind !== 'function' || credentials.trim() !== '') return;
  await allowInvocation(aws, functionArn.trim(), `arn:aws:execute-api:${aws.region}:${account}:${apiId}/*/*`);
}
