import { ServiceError } from '../../aws/index.ts';
import type { OperatorRequest } from '../../control/index.ts';
import { readOrder } from './read-order.ts';
import type { RequestExplorer } from './request-explorer.ts';

const REQUESTS = '/_sallyport/requests';
const EXPLAIN = '/_sallyport/explain';
/** How many requests a list has: where it is not said, and at most. */
const LIMIT = { standard: 50, most: 1_000 } as const;

/** Whether a path is one of these endpoints. */
export function isRequestsPath(path: string): boolean {
  return path === EXPLAIN || path === REQUESTS || path.startsWith(`${REQUESTS}/`);
}

/**
 * `GET /_sallyport/requests?api=ID&stage=NAME&limit=N`, `GET /_sallyport/requests/ID?bodies=true`, `POST /_sallyport/explain`.
 * @returns undefined for any other request
 */
export function createRequestsApi(explorer: RequestExplorer): (request: OperatorRequest) => Promise<unknown> {
  return async (request) => {
    const { method, path, query } = request;
    const given = (name: string): string | undefined => query.get(name)?.[0];
    if (method === 'GET' && path === REQUESTS) {
      const [apiId, stage] = [given('api'), given('stage')];
      const limit = readLimit(given('limit'));
      return { requests: await explorer.list({ ...(apiId && { apiId }), ...(stage && { stage }), limit }) };
    }
    if (method === 'GET' && path.startsWith(`${REQUESTS}/`)) {
      const requestId = decoded(path.slice(REQUESTS.length + 1));
      const found = await explorer.find(requestId, given('bodies') === 'true');
      if (found === undefined) throw notFound(`No process remembers a request ${requestId}.`);
      return found;
    }
    if (method !== 'POST' || path !== EXPLAIN) return undefined;
    const order = readOrder(request);
    const answer = await explorer.explain(order);
    if (answer === undefined) throw notFound(`API ${order.apiId} has no stage ${order.stage}.`);
    return answer;
  };
}

/** The ids of requests to HTTP APIs end in `=`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError('BadRequestException', 400, 'The id is not well encoded.');
  }
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT.standard;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= LIMIT.most) return limit;
  throw new ServiceError('BadRequestException', 400, `limit must be a whole number from 1 to ${LIMIT.most}.`);
}

function notFound(message: string): ServiceError {
  return new ServiceError('NotFoundException', 404, message);
}
