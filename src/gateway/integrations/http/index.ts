/**
 * HTTP and HTTP_PROXY: a backend that speaks HTTP. HTTP_PROXY passes request and response through but for the header
 * tables; HTTP sends only what is mapped and answers by integration responses.
 */
export { callFailure, outcomeOf } from './call.ts';
export { compileEndpoint } from './endpoint.ts';
export { gatherSome } from './gather-some.ts';
export { compileHttp } from './http.ts';
export { compileHttpProxy } from './http-proxy.ts';
export { MappedCall, type MappedPlan } from './mapped-call.ts';
export { mappedRequestHeaders } from './mapped-request-headers.ts';
export { passBody } from './response-body.ts';
export { routeFields } from './route-fields.ts';
export { backendVerb, carriesBody } from './verb.ts';
