/**
 * AWS_PROXY and AWS towards Lambda. The proxy form gives the function the whole request as an event and takes the whole
 * response from it; the other form passes a body in and maps what comes out.
 */
export { functionArnOf, isLambdaUri, streamingFunctionArnOf } from './function-uri.ts';
export { invocationRights, invokeFunction, roleRights } from './invoke.ts';
export { compileLambda } from './lambda.ts';
export { compileLambdaProxy } from './lambda-proxy.ts';
export { compileLambdaStream } from './lambda-stream.ts';
export { compileEventMembers } from './proxy-event.ts';
export { readProxyOutput } from './proxy-output.ts';
