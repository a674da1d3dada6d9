'use strict';

/** Makes console.* write lines as Lambda does: time, request id, level and message, parted by tabs, all on stdout. */
const { writeSync } = require('node:fs');
const { format } = require('node:util');

const LEVELS = { log: 'INFO', debug: 'DEBUG', info: 'INFO', warn: 'WARN', error: 'ERROR', trace: 'TRACE' };

function redirectConsole() {
  makeBlocking('stdout');
  makeBlocking('stderr');
  let requestId = 'undefined';
  const write = (level, message) => {
    // One event is one line: line ends inside it are sent as carriage returns.
    const line = `${new Date().toISOString()}\t${requestId}\t${level}\t${message}`.replaceAll('\n', '\r');
    writeAll(Buffer.from(`${line}\n`));
  };
  const writeAt =
    (level) =>
    (...values) =>
      write(level, format(...values));
  for (const [method, level] of Object.entries(LEVELS)) console[method] = writeAt(level);
  return {
    setRequestId(id) {
      requestId = id;
    },
    /** A failure that the runtime itself notes, such as `Invoke Error`. */
    error(title, described) {
      const { trace: stack, ...rest } = described;
      write('ERROR', `${title}\t${JSON.stringify({ ...rest, stack })}`);
    },
  };
}

/**
 * Makes what a function writes to a stream of the process be out when that returns: what Node.js keeps of a full pipe is lost when the
 * process exits. The stream itself is only made when somebody asks for it, which costs some milliseconds.
 */
function makeBlocking(name) {
  const { get, ...rest } = Object.getOwnPropertyDescriptor(process, name);
  const getBlocking = () => {
    const stream = get.call(process);
    stream._handle?.setBlocking?.(true);
    Object.defineProperty(process, name, { ...rest, get });
    return stream;
  };
  Object.defineProperty(process, name, { ...rest, get: getBlocking });
}

/** Writes at once, so that a line is out before the answer is, however long it is. */
function writeAll(bytes) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      // The function has made stdout non-blocking by using process.stdout itself, and the pipe is full.
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

module.exports = { redirectConsole };
