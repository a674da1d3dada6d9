'use strict';

/**
 * The handler's second argument (Lambda guide, "Using the Lambda context object to retrieve Node.js function information").
 * `done`, `succeed` and `fail` are added by the one who runs the handler.
 */
function createContext(invocation, facts) {
  return {
    callbackWaitsForEmptyEventLoop: true,
    ...facts,
    clientContext: parse(invocation.clientContext),
    identity: parse(invocation.cognitoIdentity),
    invokedFunctionArn: invocation.invokedFunctionArn,
    awsRequestId: invocation.requestId,
    getRemainingTimeInMillis: () => invocation.deadlineMs - Date.now(),
  };
}

/** What is the same for all invocations, read once: every look at `process.env` asks the system. */
function contextFacts(environment) {
  return {
    functionVersion: environment.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: environment.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: environment.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: environment.AWS_LAMBDA_LOG_STREAM_NAME,
  };
}

function parse(json) {
  return json === undefined ? undefined : JSON.parse(json);
}

module.exports = { createContext, contextFacts };
