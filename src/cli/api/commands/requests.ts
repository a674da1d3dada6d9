import type { RequestSummary } from '../../../model/index.ts';
import { table } from '../../table.ts';
import { findApi } from '../names.ts';
import type { CommandContext } from './command.ts';

export interface RequestsOptions {
  readonly stage?: string;
  readonly key?: string;
  readonly limit: string;
}

/** `sallyport requests [API]`: requests of a moment ago, those that failed and some of the others. */
export async function listRequests(
  { client, tell }: CommandContext,
  idOrName: string | undefined,
  { stage, key, limit }: RequestsOptions,
): Promise<void> {
  const api = idOrName === undefined ? undefined : (await findApi(client, idOrName)).id;
  const path = '/_sallyport/requests';
  const { requests } = await client.call<{ requests: readonly RequestSummary[] }>({
    path,
    query: { api, stage, key, limit },
  });
  const rows = requests.map((request) => [
    new Date(request.requestTimeEpoch).toISOString(),
    String(request.status),
    request.httpMethod,
    request.path,
    `${request.latencyMs} ms`,
    request.responseType ?? '',
    request.requestId,
  ]);
  const head = ['TIME', 'STATUS', 'METHOD', 'PATH', 'LATENCY', 'GATEWAY RESPONSE', 'REQUEST ID'];
  tell(table(head, rows, 'No request is remembered.'), requests);
}
