/**
 * Method and MethodResponse: the verbs declared on a resource, what their requests bring and what they answer (features
 * A1.6). They are stored inside of their resource.
 */
export { changeExistingMethod, changeMethod, requireMethod } from './change-method.ts';
export { checkedMethod } from './check-method.ts';
export { methodHandlers } from './method-handlers.ts';
export { newMethod } from './new-method.ts';
export { methodResponseHandlers } from './response-handlers.ts';
export { checkResponse, newMethodResponse } from './responses.ts';
