/** Which route of an HTTP API a request is for (facts D125, D126). */
export { compileRouter, type Router } from './router.ts';
