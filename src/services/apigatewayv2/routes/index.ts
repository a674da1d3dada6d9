/** Routes of HTTP APIs: which verb and path lead to which integration, and who may call it (features A3.3). */
export { readRoute } from './check.ts';
export { routeHandlers } from './handlers.ts';
