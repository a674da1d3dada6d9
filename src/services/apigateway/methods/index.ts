/**
 * Method and MethodResponse: the verbs declared on a resource, what their requests bring and what they answer (features
 * A1.6). They are stored inside of their resource.
 */
export { changeExistingMethod, changeMethod, findMethod, type MethodAddress, requireMethod } from './change-method.ts';
export { readHttpMethod } from './check-method.ts';
export { methodHandlers } from './method-handlers.ts';
export { methodResponseHandlers } from './response-handlers.ts';
