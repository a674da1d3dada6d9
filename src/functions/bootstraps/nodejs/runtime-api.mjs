/** A client of the Lambda Runtime API. */
import { connection } from './connection.mjs';

const PREFIX = '/2018-06-01/runtime/';

/** @param address `host:port` */
export function runtimeApi(address) {
  const api = connection(address);
  const post = (path, text, headers = '') => {
    const body = Buffer.from(text);
    return api.send('POST', PREFIX + path, `Content-Type: application/json\r\n${headers}`, body);
  };
  const postError = (path, error) => {
    // The name is the function's, and not every name can stand in a header.
    const type = isFieldText(error.errorType) ? error.errorType : 'Unhandled';
    return post(path, JSON.stringify(error), `Lambda-Runtime-Function-Error-Type: ${type}\r\n`);
  };

  return {
    async next() {
      const { headers, body } = await api.send('GET', `${PREFIX}invocation/next`, '', undefined);
      return {
        body,
        requestId: headers['lambda-runtime-aws-request-id'],
        deadlineMs: Number(headers['lambda-runtime-deadline-ms']),
        invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
        traceId: headers['lambda-runtime-trace-id'],
        clientContext: headers['lambda-runtime-client-context'],
        cognitoIdentity: headers['lambda-runtime-cognito-identity'],
      };
    },
    /** An answer that is too large is refused with 413; the platform then tells the caller, and the function goes on. */
    invocationResponse: (requestId, json) => post(`invocation/${requestId}/response`, json),
    /** An answer that goes out as it is written. */
    invocationStream(requestId, contentType) {
      const type = isFieldText(contentType) ? contentType : 'application/octet-stream';
      const names = 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body';
      const headers = `Content-Type: ${type}\r\nLambda-Runtime-Function-Response-Mode: streaming\r\nTrailer: ${names}\r\n`;
      const chunks = api.sendChunks(`${PREFIX}invocation/${requestId}/response`, headers);
      return {
        write: chunks.write,
        end: () => chunks.end(''),
        /** Ends an answer that has begun: what went wrong stands in its trailers. */
        fail(error) {
          const type = isFieldText(error.errorType) ? error.errorType : 'Unhandled';
          const body = Buffer.from(JSON.stringify(error)).toString('base64');
          return chunks.end(
            `Lambda-Runtime-Function-Error-Type: ${type}\r\nLambda-Runtime-Function-Error-Body: ${body}\r\n`,
          );
        },
      };
    },
    invocationError: (requestId, error) => postError(`invocation/${requestId}/error`, error),
    initError: (error) => postError('init/error', error),
  };
}

function isFieldText(text) {
  return /^[\x20-\x7e]+$/.test(text);
}
