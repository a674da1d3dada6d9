import type { OperatorRequest } from '../../control/index.ts';
import type { FunctionRuntime } from '../../model/index.ts';
import type { RequestExplorer } from './request-explorer.ts';
import { createRequestsApi, isRequestsPath } from './requests-api.ts';

const FUNCTIONS = '/_sallyport/functions';

/** Whether a path is one of the operator's endpoints. */
export function isOperatorPath(path: string): boolean {
  return path === FUNCTIONS || isRequestsPath(path);
}

/**
 * Those of requests, and `GET /_sallyport/functions`: `{ containment }`, what functions are kept to here and why it is not more.
 * @returns undefined for any other request
 */
export function createOperatorApi(parts: {
  readonly requests: RequestExplorer;
  readonly functions: Pick<FunctionRuntime, 'containment'>;
}): (request: OperatorRequest) => Promise<unknown> {
  const requests = createRequestsApi(parts.requests);
  return async (request) => {
    if (request.path !== FUNCTIONS) return requests(request);
    return request.method === 'GET' ? { containment: await parts.functions.containment() } : undefined;
  };
}
