/** What became of requests to APIs: those that are remembered, and those that are sent to be explained. */
export { requestsEndpoints } from './endpoints.ts';
export { createRequestExplorer, type RequestExplorer } from './request-explorer.ts';
export { createVisibleRequests, unknownRequest, type VisibleRequests } from './visible-requests.ts';
