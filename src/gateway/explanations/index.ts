/**
 * Requests explained: a trace as steps that people and programs can read, with secrets masked; and the memory of recent
 * requests, so that one that failed can be explained without having been waited for.
 */
export { explainRequest, withoutBodies } from './explain-request.ts';
export { RecentRequests } from './recent-requests.ts';
export { FEW_BODIES, rememberRequests } from './remember.ts';
