'use strict';

/**
 * One kept connection to the Runtime API, with one request on it at a time. node:http would do it, but costs a cold start
 * its loading and every invocation most of its time. What is spoken here is the part of HTTP/1.1 that a Runtime API speaks:
 * its answers have a Content-Length.
 */
const { connect } = require('node:net');

const HEAD_END = Buffer.from('\r\n\r\n');

/** @param address `host:port` */
function connection(address) {
  const [host, port] = address.split(':');
  const socket = connect({ host, port: Number(port), noDelay: true });
  let received = [];
  let size = 0;
  /** Of the answer that is awaited: how many bytes it has, once its head is there. */
  let wanted = Number.POSITIVE_INFINITY;
  let head;
  let waiting;
  let broken;

  socket.on('data', (chunk) => {
    received.push(chunk);
    size += chunk.length;
    if (head !== undefined && size < wanted) return;
    const bytes = received.length === 1 ? chunk : Buffer.concat(received);
    received = [bytes];
    if (head === undefined) {
      const end = bytes.indexOf(HEAD_END);
      if (end < 0) return;
      head = readHead(bytes.latin1Slice(0, end));
      head.bodyAt = end + HEAD_END.length;
      wanted = head.bodyAt + Number(head.headers['content-length'] ?? 0);
    }
    if (size >= wanted) answer(bytes);
  });
  const fail = (error) => {
    broken ??= error ?? new Error('The Runtime API has closed the connection.');
    const { reject } = waiting ?? {};
    waiting = undefined;
    reject?.(broken);
  };
  socket.on('error', fail);
  socket.on('close', () => fail());

  function answer(bytes) {
    const { status, headers, bodyAt } = head;
    const body = bytes.subarray(bodyAt, wanted);
    const rest = bytes.subarray(wanted);
    received = rest.length === 0 ? [] : [rest];
    size = rest.length;
    head = undefined;
    wanted = Number.POSITIVE_INFINITY;
    const { resolve } = waiting;
    waiting = undefined;
    // A connection without a request keeps the event loop from nothing: a handler's work alone decides when it is empty.
    socket.unref();
    resolve({ status, headers, body });
  }

  function awaitAnswer() {
    if (waiting !== undefined) throw new Error('A request waits for its answer.');
    socket.ref();
    return new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      if (broken !== undefined) fail(broken);
    });
  }

  return {
    /** @param headers lines with their ends */
    send(method, path, headers, body) {
      const length = body === undefined ? '' : `Content-Length: ${body.length}\r\n`;
      const text = `${method} ${path} HTTP/1.1\r\nHost: ${address}\r\n${headers}${length}\r\n`;
      if (body === undefined || body.length === 0) socket.write(text, 'latin1');
      else if (body.length < 65_536) socket.write(Buffer.concat([Buffer.from(text, 'latin1'), body]));
      else {
        socket.write(text, 'latin1');
        socket.write(body);
      }
      return awaitAnswer();
    },
    /** A request whose body goes out in chunks; `end` gives the answer. */
    sendChunks(path, headers) {
      socket.ref();
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${address}\r\n${headers}Transfer-Encoding: chunked\r\n\r\n`,
        'latin1',
      );
      return {
        /** @param done called when more may be written */
        write(chunk, done) {
          if (chunk.length === 0) return done();
          socket.write(`${chunk.length.toString(16)}\r\n`, 'latin1');
          socket.write(chunk);
          if (socket.write('\r\n', 'latin1')) done();
          else socket.once('drain', done);
        },
        /** @param trailers lines with their ends */
        end(trailers) {
          socket.write(`0\r\n${trailers}\r\n`, 'latin1');
          return awaitAnswer();
        },
      };
    },
  };
}

function readHead(text) {
  const [statusLine, ...lines] = text.split('\r\n');
  const headers = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(statusLine.slice(9, 12)), headers };
}

module.exports = { connection };
