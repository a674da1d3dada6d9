import { useQuery } from '@tanstack/react-query';
import type { AwsClient, AwsError } from '../../../aws/index.ts';
import { type Read, useAll } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';

/** A stage that shows a certificate to its backends. */
export interface UsingStage {
  readonly apiId: string;
  readonly apiName: string;
  readonly stageName: string;
}

interface NamedApi {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/** So many APIs are asked at once: there is no operation that finds stages by their certificate. */
const AT_ONCE = 10;

/** Stages of all REST APIs of the region that use a certificate. */
export function useStagesUsing(certificateId: string): Read<readonly UsingStage[]> {
  const aws = useAws();
  const apis = useAll('apigateway', 'getRestApis', { limit: 500 }, ({ items }) => items);
  const ids = apis.data?.map(({ id }) => id);
  const stages = useQuery<readonly UsingStage[], AwsError>({
    queryKey: [aws.region, 'apigateway', 'stagesUsing', certificateId, ids],
    queryFn: ({ signal }) => stagesUsing(aws, apis.data ?? [], certificateId, signal),
    enabled: ids !== undefined,
  });
  return apis.error ? { data: undefined, error: apis.error, isPending: false, refetch: apis.refetch } : stages;
}

async function stagesUsing(
  aws: AwsClient,
  apis: readonly NamedApi[],
  certificateId: string,
  signal: AbortSignal,
): Promise<readonly UsingStage[]> {
  const found: UsingStage[] = [];
  for (let from = 0; from < apis.length; from += AT_ONCE) {
    const some = apis.slice(from, from + AT_ONCE);
    found.push(...(await Promise.all(some.map((api) => stagesOf(aws, api, certificateId, signal)))).flat());
  }
  return found;
}

async function stagesOf(
  aws: AwsClient,
  { id = '', name = id }: NamedApi,
  certificateId: string,
  signal: AbortSignal,
): Promise<readonly UsingStage[]> {
  const { item = [] } = await aws.call('apigateway', 'getStages', { restApiId: id }, signal);
  return item
    .filter(({ clientCertificateId }) => clientCertificateId === certificateId)
    .map(({ stageName = '' }) => ({ apiId: id, apiName: name, stageName }));
}
