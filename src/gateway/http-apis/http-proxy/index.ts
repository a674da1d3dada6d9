/** HTTP_PROXY of HTTP APIs: a backend that speaks HTTP (facts D36, D127). */
export { compileHttpProxy, type Integrate } from './http-proxy.ts';
export { readBody } from './request-body.ts';
