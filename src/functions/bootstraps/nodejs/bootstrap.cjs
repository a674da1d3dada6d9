'use strict';

/**
 * The program of a nodejs* instance: loads the handler, then runs one invocation after the other. It takes them from the channel that
 * it is born with; without one it speaks the Lambda Runtime API, so it would run on AWS as well.
 */
const { dirname } = require('node:path');
const { becomeAssigned } = require('./assignment.cjs');
const { refuseCallback } = require('./callbacks.cjs');
const { channelApi } = require('./channel.cjs');
const { redirectConsole } = require('./console.cjs');
const { contextFacts, createContext } = require('./context.cjs');
const { errorObject, UnhandledPromiseRejection } = require('./errors.cjs');
const { runHandler } = require('./invoke.cjs');
const { loadHandler } = require('./load-handler.cjs');
const { isStreaming, provideAwslambda, runStreaming } = require('./streaming.cjs');

if (process.env.SALLYPORT_TEMPLATE !== undefined) becomeAssigned();
const api = platform();
const facts = contextFacts(process.env);
const log = redirectConsole();
provideAwslambda();
/** The invocation that runs; undefined in the init phase and between two. */
let currentRequestId;

process.on('uncaughtException', (error) => fail('Uncaught Exception', error, 129));
process.on('unhandledRejection', (reason) => {
  fail('Unhandled Promise Rejection', new UnhandledPromiseRejection(reason), 128);
});
hideOwnModules();
void serve();

async function serve() {
  try {
    const handler = await loadHandler(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER);
    refuseCallback(handler, process.env.AWS_EXECUTION_ENV);
    for (let invocation = await api.next(); ; ) invocation = await serveOne(handler, invocation);
  } catch (error) {
    await fail(currentRequestId === undefined ? 'Init Error' : 'Runtime Error', error, 1);
  }
}

/** That this program is made of CommonJS modules, which start faster, is no business of the function's: on AWS it is of others. */
function hideOwnModules() {
  for (const file of Object.keys(require.cache)) if (dirname(file) === __dirname) delete require.cache[file];
  process.mainModule = undefined;
}

function platform() {
  const channel = process.env.SALLYPORT_CHANNEL;
  if (channel !== undefined) {
    // No business of the function's.
    delete process.env.SALLYPORT_CHANNEL;
    return channelApi(Number(channel));
  }
  const { runtimeApi } = require('./runtime-api.cjs');
  return runtimeApi(process.env.AWS_LAMBDA_RUNTIME_API);
}

/** Answers an invocation and gives the next one. */
async function serveOne(handler, invocation) {
  const { requestId } = invocation;
  currentRequestId = requestId;
  log.setRequestId(requestId);
  process.env._X_AMZN_TRACE_ID = invocation.traceId;

  let answer;
  try {
    const event = JSON.parse(invocation.event);
    if (isStreaming(handler)) {
      await serveStream(handler, event, invocation);
      currentRequestId = undefined;
      return api.next();
    }
    const value = await runHandler(handler, event, createContext(invocation, facts));
    answer = JSON.stringify(value === undefined ? null : value) ?? 'null';
  } catch (error) {
    const described = errorObject(error);
    log.error('Invoke Error', described);
    currentRequestId = undefined;
    return api.invocationError(requestId, described);
  }
  currentRequestId = undefined;
  return api.invocationResponse(requestId, answer);
}

function serveStream(handler, event, invocation) {
  const open = (contentType) => api.invocationStream(invocation.requestId, contentType);
  return runStreaming(handler, event, createContext(invocation, facts), open, (error) => {
    const described = errorObject(error);
    log.error('Invoke Error', described);
    return described;
  });
}

/** Something went wrong that no handler can answer for: tell it, and leave, also when nobody is there to be told. */
async function fail(title, error, exitCode) {
  try {
    const described = errorObject(error);
    log.error(title, described);
    if (currentRequestId === undefined) await api.initError(described);
    else await api.lastError(currentRequestId, described);
  } finally {
    process.exit(exitCode);
  }
}
