/**
 * HTTP and HTTP_PROXY: a backend that speaks HTTP. HTTP_PROXY passes request and response through but for the header
 * tables; HTTP sends only what is mapped and answers by integration responses.
 */
export { compileHttp } from './http.ts';
export { compileHttpProxy } from './http-proxy.ts';
