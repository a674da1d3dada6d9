'use strict';

/**
 * The channel to the platform: the words of the Runtime API as frames on a socket that this process is born with. What frames there
 * are stands in `src/functions/channel/frames.ts`.
 */
const { asciiLine } = require('./errors.cjs');
const { openWire } = require('./wire.cjs');

const KIND = {
  ready: 1,
  answer: 2,
  error: 3,
  lastError: 4,
  initError: 5,
  streamBegin: 6,
  piece: 7,
  streamEnd: 8,
  streamError: 9,
};
/** One write of a handler that streams goes out in pieces of at most so many bytes. */
const PIECE_BYTES = 1_048_576;

/** What is read is there until the next read. */
const received = Buffer.allocUnsafeSlow(65_536);

/** @param fd the file descriptor of the socket */
function channelApi(fd) {
  // The platform is gone, and with it whoever this function could work for.
  const wire = openWire(fd, received, onRead, () => process.exit(1));
  /** Of an invocation that comes in several reads. */
  let pieces = [];
  let size = 0;
  /** How many bytes there must be before they are looked at. */
  let wanted = 8;
  let waiting;

  function onRead(length) {
    const chunk = received.subarray(0, length);
    if (size === 0 && length >= 8 && length >= 8 + chunk.readUInt32BE(0)) take(chunk);
    else gather(Buffer.from(chunk));
  }
  function gather(chunk) {
    pieces.push(chunk);
    size += chunk.length;
    if (size < wanted) return;
    const bytes = Buffer.concat(pieces);
    pieces = [bytes];
    wanted = 8 + bytes.readUInt32BE(0);
    if (size < wanted) return;
    pieces = [];
    size = 0;
    wanted = 8;
    take(bytes);
  }
  function take(bytes) {
    // A channel that nothing is awaited from keeps the event loop from nothing: a handler's work alone decides when it is empty.
    wire.unref();
    waiting(toInvocation(bytes));
  }

  function send(kind, body, written) {
    const bytes = Buffer.byteLength(body);
    const frame = Buffer.allocUnsafe(5 + bytes);
    frame.writeUInt32BE(bytes, 0);
    frame[4] = kind;
    if (typeof body === 'string') frame.write(body, 5);
    else frame.set(body, 5);
    return wire.write(frame, written);
  }
  /** Waits until what it sends has left this process. */
  function sendLast(kind, error) {
    return new Promise((resolve) => send(kind, JSON.stringify(error), resolve));
  }
  function sendAndAsk(kind, body) {
    wire.ref();
    return new Promise((resolve) => {
      waiting = resolve;
      send(kind, body);
    });
  }

  return {
    next: () => sendAndAsk(KIND.ready, ''),
    /** Answers, and gives the next invocation. */
    invocationResponse: (_requestId, json) => sendAndAsk(KIND.answer, json),
    /** An answer that goes out as it is written. */
    invocationStream(_requestId, contentType) {
      wire.ref();
      send(KIND.streamBegin, asciiLine(contentType, 'application/octet-stream'));
      return {
        /** @param done called when more may be written */
        write(chunk, done) {
          let isRoom = true;
          for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
            isRoom = send(KIND.piece, chunk.subarray(at, at + PIECE_BYTES));
          }
          if (isRoom) done();
          else wire.onceDrained(done);
        },
        async end() {
          send(KIND.streamEnd, '');
        },
        /** Ends an answer that has begun, and says what went wrong. */
        async fail(error) {
          send(KIND.streamError, `${asciiLine(error.errorType, 'Unhandled')}\n${JSON.stringify(error)}`);
        },
      };
    },
    /** Answers with an error, and gives the next invocation. */
    invocationError: (_requestId, error) => sendAndAsk(KIND.error, JSON.stringify(error)),
    /** Answers with an error, and asks for no more. */
    lastError: (_requestId, error) => sendLast(KIND.lastError, error),
    initError: (error) => sendLast(KIND.initError, error),
  };
}

function toInvocation(bytes) {
  const bodyAt = 8 + bytes.readUInt32BE(4);
  const [requestId, deadlineMs, invokedFunctionArn, traceId, clientContext] = bytes.utf8Slice(8, bodyAt).split('\n');
  return {
    event: bytes.utf8Slice(bodyAt, 8 + bytes.readUInt32BE(0)),
    requestId,
    deadlineMs: Number(deadlineMs),
    invokedFunctionArn,
    traceId,
    clientContext: clientContext === '' ? undefined : clientContext,
    cognitoIdentity: undefined,
  };
}

module.exports = { channelApi };
