'use strict';

/**
 * `awslambda`, by which handlers stream their answers (Lambda guide, "Response streaming for Lambda functions"; the format
 * behind `HttpResponseStream` as API Gateway and function URLs read it: metadata as JSON, eight NUL bytes, the body).
 */
const { openResponseStream } = require('./response-stream.cjs');

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const HIGH_WATER_MARK = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');
const HTTP_CONTENT_TYPE = 'application/vnd.awslambda.http-integration-response';

function provideAwslambda() {
  globalThis.awslambda = {
    ...globalThis.awslambda,
    streamifyResponse(handler, options) {
      handler[STREAMING] = 'response';
      if (options?.highWaterMark !== undefined) handler[HIGH_WATER_MARK] = Number.parseInt(options.highWaterMark, 10);
      return handler;
    },
    HttpResponseStream: {
      from(stream, metadata) {
        stream.setContentType(HTTP_CONTENT_TYPE);
        const writePrelude = (write) => {
          write(JSON.stringify(metadata));
          write(Buffer.alloc(8));
        };
        stream._onBeforeFirstWrite = writePrelude;
        return stream;
      },
    },
  };
}

function isStreaming(handler) {
  return handler[STREAMING] === 'response';
}

/**
 * Runs a handler that streams, and waits until its answer is out. A handler that returns without ending its stream has
 * ended it.
 * @param describe makes an error object of what was thrown
 * @throws what the handler throws before anything of its answer is out
 */
async function runStreaming(handler, event, context, open, describe) {
  const stream = openResponseStream(open, handler[HIGH_WATER_MARK]);
  const finished = new Promise((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
    // A stream that is destroyed without an error emits neither.
    stream.once('close', () => reject(new Error('The response stream was destroyed before its end.')));
  });
  finished.catch(() => undefined);
  try {
    await handler(event, stream, context);
    if (!stream.writableEnded) stream.end();
    await finished;
  } catch (error) {
    if (!stream.hasBegun) throw error;
    const described = describe(error);
    // An answer that is out stays as it is: to answer once more would end this process.
    if (!stream.writableFinished) await stream.failWith(described);
  }
}

module.exports = { provideAwslambda, isStreaming, runStreaming };
