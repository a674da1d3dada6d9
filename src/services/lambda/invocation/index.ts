/** Invoking functions: who may, at once or later, and the `Invoke` operation's words around it. */
export { createExecutor, functionMissing } from './execute.ts';
export { invokeHandlers } from './invoke-handlers.ts';
export { createInvoker } from './invoker.ts';
