import type { AwsClient } from '../../../aws/index.ts';
import { allowInvocation } from '../../../data/index.ts';
import type { MethodPlace } from '../method/use-method.ts';
import { type Draft, type Integration, integrationOf, integrationPatches, type NewIntegration } from './integration.ts';
import { methodSource } from './method-source.ts';

interface Place extends MethodPlace {
  /** Of the resource. */
  readonly path: string;
  readonly account: string;
}

/**
 * Makes a method's integration what a draft says. One of another type is put anew; its responses, which that takes away, are put
 * back where the new type has any.
 * @throws {AwsError}
 */
export async function saveIntegration(
  aws: AwsClient,
  { path, account, ...method }: Place,
  before: Integration | undefined,
  draft: Draft,
): Promise<void> {
  const after = integrationOf(draft, aws.region);
  const patchOperations = before && integrationPatches(before, after);
  if (patchOperations === undefined) await putAnew(aws, method, before, after);
  else if (patchOperations.length > 0)
    await aws.call('apigateway', 'updateIntegration', { ...method, patchOperations });
  if (draft.kind === 'lambda' && draft.credentials === '' && before?.uri !== after.uri) {
    const { region } = aws;
    await allowInvocation(aws, draft.functionArn, methodSource({ region, account, path, ...method }));
  }
}

async function putAnew(
  aws: AwsClient,
  method: MethodPlace,
  before: Integration | undefined,
  after: NewIntegration,
): Promise<void> {
  await aws.call('apigateway', 'putIntegration', { ...method, ...after });
  if (after.type?.endsWith('_PROXY')) return;
  const kept = Object.values(before?.integrationResponses ?? {});
  for (const { statusCode = '200', ...response } of kept.length > 0 ? kept : [{}]) {
    await aws.call('apigateway', 'putIntegrationResponse', { ...method, ...response, statusCode });
  }
}
