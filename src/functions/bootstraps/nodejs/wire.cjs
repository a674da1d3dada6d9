'use strict';

/**
 * The socket that an instance is born with. What Node.js's own streams stand on does: to load those takes as long as all of this program,
 * and a function that answers "hello" needs none (docs/decisions/0044). It is deprecated in documentation only (DEP0111); a Node.js
 * without it, or one that is told to warn of it, has a stream.
 *
 * @typedef {object} Wire
 * @property {(bytes: Buffer, done?: () => void) => boolean} write takes bytes whose memory stays as it is; false when no more should
 *   be written for now. `done` is called when they have left this process.
 * @property {(callback: () => void) => void} onceDrained calls back when more may be written
 * @property {() => void} ref
 * @property {() => void} unref lets the event loop end while it is open
 */

/** So much may wait until it leaves, as with a stream. */
const MOST_WAITING_BYTES = 16_384;

/**
 * @param fd the file descriptor of the socket
 * @param memory what is read is there until `onBytes` returns
 * @param onBytes takes how many bytes there are
 * @param onGone called when the other end has gone
 * @returns {Wire}
 */
function openWire(fd, memory, onBytes, onGone) {
  const below = belowStreams();
  return below === undefined ? openStream(fd, memory, onBytes, onGone) : openPipe(below, fd, memory, onBytes, onGone);
}

function belowStreams() {
  // Another name has the one that warns.
  if (process.binding?.name !== 'binding') return undefined;
  try {
    const below = { ...process.binding('pipe_wrap'), ...process.binding('stream_wrap') };
    const { Pipe, WriteWrap, streamBaseState, kReadBytesOrError, kLastWriteWasAsync } = below;
    const isWhole =
      ['open', 'useUserBuffer', 'readStart', 'writeBuffer'].every((name) => name in Pipe.prototype) &&
      typeof WriteWrap === 'function' &&
      [kReadBytesOrError, kLastWriteWasAsync].every((place) => typeof streamBaseState[place] === 'number');
    return isWhole ? below : undefined;
  } catch {
    return undefined;
  }
}

function openPipe(below, fd, memory, onBytes, onGone) {
  const { Pipe, constants, WriteWrap, streamBaseState, kReadBytesOrError, kLastWriteWasAsync } = below;
  const pipe = new Pipe(constants.SOCKET);
  /** Used again as long as no write has to wait. */
  let request = new WriteWrap();
  let waitingBytes = 0;
  let drained;

  const onRead = () => {
    const length = streamBaseState[kReadBytesOrError];
    if (length > 0) onBytes(length);
    else if (length < 0) onGone();
  };
  const wait = (pending, bytes, done) => {
    const onComplete = (status) => {
      waitingBytes -= bytes.length;
      if (status < 0) return onGone();
      done?.();
      if (waitingBytes > 0 || drained === undefined) return;
      const callback = drained;
      drained = undefined;
      callback();
    };
    waitingBytes += bytes.length;
    request = new WriteWrap();
    // The system takes them from there later.
    pending.buffer = bytes;
    pending.oncomplete = onComplete;
  };

  if (pipe.open(fd) !== 0) onGone();
  pipe.useUserBuffer(memory);
  pipe.onread = onRead;
  pipe.readStart();
  return {
    write(bytes, done) {
      if (pipe.writeBuffer(request, bytes) !== 0) onGone();
      else if (streamBaseState[kLastWriteWasAsync] !== 0) wait(request, bytes, done);
      else done?.();
      return waitingBytes < MOST_WAITING_BYTES;
    },
    onceDrained(callback) {
      drained = callback;
    },
    ref: () => pipe.ref(),
    unref: () => pipe.unref(),
  };
}

function openStream(fd, memory, onBytes, onGone) {
  const { Socket } = require('node:net');
  const callback = (length) => {
    onBytes(length);
    return true;
  };
  const socket = new Socket({ fd, readable: true, writable: true, onread: { buffer: memory, callback } });
  socket.on('error', onGone);
  socket.on('close', onGone);
  return {
    write: (bytes, done) => socket.write(bytes, done),
    onceDrained: (callback) => socket.once('drain', callback),
    ref: () => socket.ref(),
    unref: () => socket.unref(),
  };
}

module.exports = { openWire };
