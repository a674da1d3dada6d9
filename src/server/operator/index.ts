/**
 * Endpoints of our own below `/_sallyport/`, beside the AWS APIs: what became of requests, what functions are kept to, the
 * installation as a whole, and what pages of the console need and no AWS API tells. docs/control-extensions.md lists them.
 */
export { accessEndpoint } from './access/index.ts';
export { deploymentDiffEndpoint } from './deployments/index.ts';
export { functionsEndpoint } from './functions-endpoint.ts';
export { limitsEndpoint } from './limits/index.ts';
export { quotasEndpoint } from './quotas/index.ts';
export { createRequestExplorer, createVisibleRequests, requestsEndpoints } from './requests/index.ts';
export { createDataSize, systemEndpoint } from './system/index.ts';
export { templateEndpoint } from './template/index.ts';

/** Whether a path is one of ours, whatever is there. */
export function isOperatorPath(path: string): boolean {
  return path.startsWith('/_sallyport/');
}
