/** `TestInvokeMethod`: a method of an API as it is, tried out without a deployment (features A1.10). */
export { testInvokeHandlers } from './handlers.ts';
