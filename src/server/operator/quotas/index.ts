/** How much there may be of each thing, and how often each operation may be called. */
export { quotasEndpoint } from './endpoint.ts';
