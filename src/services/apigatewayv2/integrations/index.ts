/** Integrations of HTTP APIs: functions and HTTP backends, with parameter mappings (features A3.5, A3.8). */
export { readIntegration } from './check.ts';
export { integrationHandlers } from './handlers.ts';
