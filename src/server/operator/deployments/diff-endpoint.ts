import type { OperatorEndpoint, OperatorRequest } from '../../../control/index.ts';
import { loadDeploymentDiff } from '../../../services/apigateway/index.ts';
import type { Store } from '../../../store/index.ts';
import { badRequest } from '../json-body.ts';

/** In place of a deployment: the API as it is now. */
const WORKING = 'working';

/**
 * `GET /_sallyport/deployments/diff?api=ID&from=DEPLOYMENT&to=DEPLOYMENT`, either of which may be `working`, as `to` is unless told:
 * what differs, and what that means for clients. Needs `apigateway:GET` on both.
 */
export function deploymentDiffEndpoint(store: Store): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/_sallyport/deployments/diff',
    access(request) {
      const { api, from, to } = readQuery(request);
      const base = `arn:aws:apigateway:${request.call.scope.region}::/restapis/${api}`;
      return [...new Set([from, to])].map((id) => ({
        action: 'apigateway:GET',
        resource: id === WORKING ? base : `${base}/deployments/${id}`,
      }));
    },
    async answer(request) {
      const { api, from, to } = readQuery(request);
      const { diffDeployments } = await loadDeploymentDiff();
      return diffDeployments(store, request.call.scope, { restApiId: api, from, to });
    },
  };
}

function readQuery({ query }: OperatorRequest) {
  const given = (name: string) => query.get(name)?.[0] ?? '';
  const [api, from, to] = [given('api'), given('from'), given('to') || WORKING];
  for (const [name, value] of Object.entries({ api, from, to })) {
    if (!/^[\w-]{1,128}$/.test(value)) throw badRequest(`${name} is missing or not valid.`);
  }
  return { api, from, to };
}
