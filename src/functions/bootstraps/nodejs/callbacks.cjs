'use strict';

const { CallbackHandlerDeprecated } = require('./errors.cjs');
const { isStreaming } = require('./streaming.cjs');

/** The first Node.js without them (Lambda guide, "Define Lambda function handler in Node.js"). */
const WITHOUT_CALLBACKS = 24;

/**
 * Refuses a handler that takes a callback, by the parameters that it declares, where the runtime has none any more.
 * @param executionEnvironment `AWS_Lambda_nodejs24.x`
 * @throws {CallbackHandlerDeprecated} in AWS's words, seen in users' logs
 */
function refuseCallback(handler, executionEnvironment = '') {
  const major = Number(/nodejs(\d+)/.exec(executionEnvironment)?.[1] ?? 0);
  if (major < WITHOUT_CALLBACKS || isStreaming(handler) || handler.length < 3) return;
  throw new CallbackHandlerDeprecated(
    'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
  );
}

module.exports = { refuseCallback };
