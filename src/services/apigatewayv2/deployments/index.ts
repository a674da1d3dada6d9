/** Deployments of HTTP APIs: frozen copies that stages serve (features A8.7). */
export { deploymentHandlers } from './handlers.ts';
