/** Stages of HTTP APIs: what they serve, with which variables and throttles (features A3.4, A3.14). */
export { stageHandlers } from './handlers.ts';
