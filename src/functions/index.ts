/**
 * The Lambda-compatible function runtime: instances are child processes that speak the real Lambda Runtime API. It knows
 * code folders and settings; where they are stored is not its business.
 */

export { type BorrowedHost, BorrowedInstance } from './lending/index.ts';
export { streamOf } from './results.ts';
export { createFunctionRuntime } from './runtime.ts';
