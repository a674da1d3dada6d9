/** Function URLs: requests to `ID.lambda-url.REGION.*` go to their function and come back. */
export { MAX_BODY_BYTES } from './url-caller.ts';
export { createFunctionUrlPort, type FunctionUrlPort } from './url-port.ts';
