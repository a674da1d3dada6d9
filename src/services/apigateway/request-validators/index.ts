/** RequestValidator: which parts of a method's requests are checked before the integration is called (features A2.7). */
export { newRequestValidator } from './create.ts';
export { requestValidatorHandlers } from './handlers.ts';
