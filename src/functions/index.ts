/**
 * The Lambda-compatible function runtime: instances are child processes that speak the real Lambda Runtime API. It knows
 * code folders and settings; where they are stored is not its business.
 */
export { createFunctionRuntime } from './runtime.ts';
