/** A client of the Lambda Runtime API, on one kept connection. */
import { Agent, request } from 'node:http';

const PREFIX = '/2018-06-01/runtime/';

/** @param address `host:port` */
export function runtimeApi(address) {
  const [host, port] = address.split(':');
  // A connection without a request keeps the event loop from nothing: a handler's work alone decides when it is empty.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  const send = (method, path, body, headers) =>
    new Promise((resolve, reject) => {
      const outgoing = request({ host, port, agent, method, path: PREFIX + path, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
        response.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  const post = (path, text, headers) => {
    const body = Buffer.from(text);
    return send('POST', path, body, { 'Content-Type': 'application/json', 'Content-Length': body.length, ...headers });
  };
  const postError = (path, error) => {
    // The name is the function's, and not every name can stand in a header.
    const type = /^[\x20-\x7e]+$/.test(error.errorType) ? error.errorType : 'Unhandled';
    return post(path, JSON.stringify(error), { 'Lambda-Runtime-Function-Error-Type': type });
  };

  return {
    async next() {
      const { headers, body } = await send('GET', 'invocation/next');
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
    invocationError: (requestId, error) => postError(`invocation/${requestId}/error`, error),
    initError: (error) => postError('init/error', error),
  };
}
