/** What differs between two deployments of an API, or between one and the API as it is now, and what that means for clients. */
export { type ApiChange, type ChangedValue, type Risk, worstOf } from './change.ts';
export { type ApiDiff, diffDeployments, WORKING } from './diff-deployments.ts';
