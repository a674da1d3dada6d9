'use strict';

/** A client of the Lambda Runtime API. */
const { connection } = require('./connection.cjs');
const { asciiLine } = require('./errors.cjs');

const PREFIX = '/2018-06-01/runtime/';
/** Asks for the next invocation in place of the receipt: one hop each way in place of two. Unknown to others, who ignore it. */
const AND_NEXT = 'X-Sallyport-Next: 1\r\n';

/** @param address `host:port` */
function runtimeApi(address) {
  const api = connection(address);
  const post = (path, text, headers = '') => {
    const body = Buffer.from(text);
    return api.send('POST', PREFIX + path, `Content-Type: application/json\r\n${headers}`, body);
  };
  const postError = (path, error, headers = '') => {
    // The name is the function's, and not every name can stand in a header.
    const type = asciiLine(error.errorType, 'Unhandled');
    return post(path, JSON.stringify(error), `Lambda-Runtime-Function-Error-Type: ${type}\r\n${headers}`);
  };

  const next = async () => toInvocation(await api.send('GET', `${PREFIX}invocation/next`, '', undefined));
  /**
   * What follows an answer. Sallyport sends the next invocation with its receipt; anything else sends a receipt alone, as it
   * does for an answer that is too large (413: the platform tells the caller, and the function goes on).
   */
  const nextAfter = async (receipt) => {
    const { headers, ...rest } = await receipt;
    return headers['lambda-runtime-aws-request-id'] === undefined ? next() : toInvocation({ headers, ...rest });
  };

  return {
    next,
    /** Answers, and gives the next invocation. */
    invocationResponse: (requestId, json) => nextAfter(post(`invocation/${requestId}/response`, json, AND_NEXT)),
    /** An answer that goes out as it is written. */
    invocationStream(requestId, contentType) {
      const type = asciiLine(contentType, 'application/octet-stream');
      const names = 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body';
      const headers = `Content-Type: ${type}\r\nLambda-Runtime-Function-Response-Mode: streaming\r\nTrailer: ${names}\r\n`;
      const chunks = api.sendChunks(`${PREFIX}invocation/${requestId}/response`, headers);
      return {
        write: chunks.write,
        end: () => chunks.end(''),
        /** Ends an answer that has begun: what went wrong stands in its trailers. */
        fail(error) {
          const type = asciiLine(error.errorType, 'Unhandled');
          const body = Buffer.from(JSON.stringify(error)).toString('base64');
          return chunks.end(
            `Lambda-Runtime-Function-Error-Type: ${type}\r\nLambda-Runtime-Function-Error-Body: ${body}\r\n`,
          );
        },
      };
    },
    /** Answers with an error, and gives the next invocation. */
    invocationError: (requestId, error) => nextAfter(postError(`invocation/${requestId}/error`, error, AND_NEXT)),
    /** Answers with an error, and asks for no more. */
    lastError: (requestId, error) => postError(`invocation/${requestId}/error`, error),
    initError: (error) => postError('init/error', error),
  };
}

function toInvocation({ headers, body }) {
  return {
    event: body.toString('utf8'),
    requestId: headers['lambda-runtime-aws-request-id'],
    deadlineMs: Number(headers['lambda-runtime-deadline-ms']),
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    traceId: headers['lambda-runtime-trace-id'],
    clientContext: headers['lambda-runtime-client-context'],
    cognitoIdentity: headers['lambda-runtime-cognito-identity'],
  };
}

module.exports = { runtimeApi };
