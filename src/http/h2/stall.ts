import type { ServerHttp2Stream } from 'node:http2';

/** Gives up a stream whose request body is wanted and has not moved for `stallMs`. */
export function guardRequestBody(stream: ServerHttp2Stream, stallMs: number): void {
  const onTimeout = (): void => {
    // What lies here unread is waited for by nobody but us.
    if (stream.readableLength === 0) giveUp(stream);
    else stream.setTimeout(stallMs);
  };
  stream.setTimeout(stallMs, onTimeout);
  stream.once('end', () => {
    stream.off('timeout', onTimeout);
    stream.setTimeout(0);
  });
}

/**
 * Gives up a stream whose client has taken nothing of its response for `stallMs` although something is there to take. A
 * timer of our own: that of Node is content as soon as anything moves on the connection, if only answers to PING.
 */
export function guardResponse(stream: ServerHttp2Stream, stallMs: number): void {
  let moved = true;
  const onDrain = (): void => {
    moved = true;
  };
  const timer = setInterval(() => {
    if (!moved && stream.writableLength > 0) giveUp(stream);
    moved = stream.writableLength === 0;
  }, stallMs).unref();
  stream.on('drain', onDrain);
  stream.once('close', () => clearInterval(timer));
}

function giveUp(stream: ServerHttp2Stream): void {
  stream.destroy(new Error('The client has stopped sending or reading.'));
}
