import type { OperatorEndpoint, OperatorRequest } from '../../../control/index.ts';
import type { RequestSummary } from '../../../model/index.ts';
import { badRequest, notFound } from '../json-body.ts';
import { readOrder } from './read-order.ts';
import type { RequestExplorer } from './request-explorer.ts';
import { unknownRequest, type VisibleRequests } from './visible-requests.ts';

const REQUESTS = '/_sallyport/requests';
const EXPLAIN = '/_sallyport/explain';
/** How many requests a list has: where it is not said, and at most. */
const LIMIT = { standard: 50, most: 1_000 } as const;

/**
 * `GET /_sallyport/requests?api=ID&stage=NAME&key=ID&limit=N`, `GET /_sallyport/requests/ID?bodies=true`, `POST /_sallyport/explain`:
 * `sallyport:ListRequests`, `sallyport:GetRequest` and `sallyport:ExplainRequest` on `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE`,
 * within the caller's account.
 */
export function requestsEndpoints(
  explorer: RequestExplorer,
  { seesAll, isVisibleTo, demand, find }: VisibleRequests,
): readonly OperatorEndpoint[] {
  /** Processes do not know whose an API is, so those of others are left out afterwards. */
  async function list(request: OperatorRequest): Promise<readonly RequestSummary[]> {
    const [apiId, stage] = [given(request, 'api'), given(request, 'stage')];
    const limit = readLimit(given(request, 'limit'));
    const apiKeyId = given(request, 'key');
    const query = { ...(apiId && { apiId }), ...(stage && { stage }), ...(apiKeyId && { apiKeyId }) };
    if (seesAll(request)) return explorer.list({ ...query, limit });
    const found = await explorer.list({ ...query, limit: LIMIT.most });
    const theirs = new Set([...new Set(found.map((one) => one.apiId))].filter((id) => isVisibleTo(request, id)));
    return found.filter((one) => theirs.has(one.apiId)).slice(0, limit);
  }

  return [
    {
      method: 'GET',
      path: REQUESTS,
      access: (request) => demand('ListRequests', request, given(request, 'api'), given(request, 'stage')),
      answer: async (request) => ({ requests: await list(request) }),
    },
    {
      method: 'GET',
      path: `${REQUESTS}/`,
      async access(request) {
        const found = await find(request, idIn(request.path), false);
        return demand('GetRequest', request, found?.apiId, found?.stage);
      },
      async answer(request) {
        const id = idIn(request.path);
        const found = await find(request, id, given(request, 'bodies') === 'true');
        if (found === undefined) throw unknownRequest(id);
        return found;
      },
    },
    {
      method: 'POST',
      path: EXPLAIN,
      access(request) {
        const { apiId, stage } = readOrder(request);
        return demand('ExplainRequest', request, apiId, stage);
      },
      async answer(request) {
        const order = readOrder(request);
        const answer = isVisibleTo(request, order.apiId) ? await explorer.explain(order) : undefined;
        if (answer === undefined) throw notFound(`API ${order.apiId} has no stage ${order.stage}.`);
        return answer;
      },
    },
  ];
}

function given({ query }: OperatorRequest, name: string): string | undefined {
  return query.get(name)?.[0];
}

/** The ids of requests to HTTP APIs end in `=`. */
function idIn(path: string): string {
  try {
    return decodeURIComponent(path.slice(REQUESTS.length + 1));
  } catch {
    throw badRequest('The id is not well encoded.');
  }
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT.standard;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= LIMIT.most) return limit;
  throw badRequest(`limit must be a whole number from 1 to ${LIMIT.most}.`);
}
