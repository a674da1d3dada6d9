/** Function URLs: requests to `ID.lambda-url.REGION.*` go to their function and come back, as AWS has it for `NONE`. */
export { createFunctionUrlPort, type FunctionUrlPort } from './url-port.ts';
