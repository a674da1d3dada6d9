/** Runtime management: which version of a runtime a function runs on. */
export { runtimeManagementHandlers } from './management-handlers.ts';
