import type { Demand } from '../../../aws/index.ts';
import type { OperatorEndpoint, OperatorRequest } from '../../../control/index.ts';
import type { RequestSummary, Scope } from '../../../model/index.ts';
import { isRoot } from '../../../policy/index.ts';
import { badRequest, notFound } from '../json-body.ts';
import { readOrder } from './read-order.ts';
import type { RequestExplorer } from './request-explorer.ts';

const REQUESTS = '/_sallyport/requests';
const EXPLAIN = '/_sallyport/explain';
/** How many requests a list has: where it is not said, and at most. */
const LIMIT = { standard: 50, most: 1_000 } as const;

export interface RequestsOptions {
  readonly explorer: RequestExplorer;
  /** Whose an API is; undefined for one that is not deployed. */
  ownerOf(apiId: string): Scope | undefined;
  /** The operator's account: its root user sees requests to everybody's APIs. */
  readonly operatorAccountId: string;
}

/**
 * `GET /_sallyport/requests?api=ID&stage=NAME&limit=N`, `GET /_sallyport/requests/ID?bodies=true`, `POST /_sallyport/explain`:
 * `sallyport:ListRequests`, `sallyport:GetRequest` and `sallyport:ExplainRequest` on `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE`,
 * within the caller's account.
 */
export function requestsEndpoints(options: RequestsOptions): readonly OperatorEndpoint[] {
  const { explorer, ownerOf, operatorAccountId } = options;

  function seesAll({ call: { principal } }: OperatorRequest): boolean {
    return isRoot(principal) && principal.accountId === operatorAccountId;
  }

  function isVisibleTo(request: OperatorRequest, apiId: string): boolean {
    return seesAll(request) || ownerOf(apiId)?.accountId === request.call.scope.accountId;
  }

  /** Processes do not know whose an API is, so those of others are left out afterwards. */
  async function list(request: OperatorRequest): Promise<readonly RequestSummary[]> {
    const [apiId, stage] = [given(request, 'api'), given(request, 'stage')];
    const limit = readLimit(given(request, 'limit'));
    const query = { ...(apiId && { apiId }), ...(stage && { stage }) };
    if (seesAll(request)) return explorer.list({ ...query, limit });
    const found = await explorer.list({ ...query, limit: LIMIT.most });
    const theirs = new Set([...new Set(found.map((one) => one.apiId))].filter((id) => isVisibleTo(request, id)));
    return found.filter((one) => theirs.has(one.apiId)).slice(0, limit);
  }

  function demand(
    action: string,
    { call: { scope } }: OperatorRequest,
    apiId: string | undefined,
    stage: string | undefined,
  ): readonly Demand[] {
    const region = (apiId === undefined ? undefined : ownerOf(apiId)?.region) ?? scope.region;
    const resource = `arn:aws:execute-api:${region}:${scope.accountId}:${apiId ?? '*'}/${stage ?? '*'}`;
    return [{ action: `sallyport:${action}`, resource }];
  }

  async function find(request: OperatorRequest, withBodies: boolean) {
    const found = await explorer.find(idIn(request.path), withBodies);
    return found && isVisibleTo(request, found.apiId) ? found : undefined;
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
        const found = await find(request, false);
        return demand('GetRequest', request, found?.apiId, found?.stage);
      },
      async answer(request) {
        const found = await find(request, given(request, 'bodies') === 'true');
        if (found === undefined) throw notFound(`No process remembers a request ${idIn(request.path)}.`);
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
