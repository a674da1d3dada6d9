/** What a deployment would change, or has. */
export { deploymentDiffEndpoint } from './diff-endpoint.ts';
