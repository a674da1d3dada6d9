/** Functions behind HTTP APIs: events and answers of the payload formats 1.0 and 2.0 (facts D128 to D130). */
export { requestEvent1 } from './event-1.ts';
export { requestEvent2 } from './event-2.ts';
export { compileLambdaProxy } from './lambda-proxy.ts';
export { functionHeaders } from './request-parts.ts';
