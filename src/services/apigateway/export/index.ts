/**
 * GetExport: a deployed stage as an OpenAPI file, with the documentation that the stage publishes (features A7.5, A16.2). What
 * a file says is written in `src/openapi`.
 */
export { exportHandlers } from './handlers.ts';
