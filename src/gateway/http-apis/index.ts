/**
 * The data plane of HTTP APIs (version 2 of API Gateway): from a stage's snapshot to its plan, with the seams that REST APIs
 * have. A room a concern: `routing/`, `access/`, `lambda/`, `http-proxy/`, `parameters/`, `cors/`. Loaded by the first request to
 * an HTTP API.
 */
export { compileHttpStage } from './compile-stage.ts';
export { HttpApiIds } from './http-request.ts';
