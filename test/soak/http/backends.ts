import { createServer, type Server, type Socket } from 'node:net';

/** How a backend answers a request. */
export interface BackendKind {
  readonly share: number;
  /** The integration's time limit; AWS's longest unless the kind is about time. */
  readonly timeoutMs?: number;
  answer(socket: Socket): void;
  /** It does what a backend should. */
  readonly good?: true;
}

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const HALF = 'HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\nhalf';
const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n';
/** Larger than what the kernel holds for a connection whose other end does not read; below the 10 MB of a payload. */
const LARGE = Buffer.alloc(9_000_000, 'x');
/** The least that AWS allows. */
const SHORT_MS = 50;

/** Slow, silent, half-closed, resetting and lying backends, and well-behaved ones among them. */
export const BACKENDS: Readonly<Record<string, BackendKind>> = {
  good: { share: 20, good: true, answer: (socket) => socket.write(OK) },
  chunks: { share: 8, good: true, answer: (socket) => socket.write(`${CHUNKED}0\r\n\r\n`) },
  'until-close': { share: 4, good: true, answer: (socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nok') },
  'last-words': { share: 4, good: true, answer: (socket) => void socket.end(OK) },
  interim: { share: 2, good: true, answer: (socket) => socket.write(`HTTP/1.1 103 Early Hints\r\n\r\n${OK}`) },
  slow: { share: 4, good: true, answer: (socket) => drip(socket, OK.match(/[\s\S]{1,8}/g) ?? []) },
  large: { share: 0, answer: (socket) => large(socket) },
  silent: { share: 4, timeoutMs: SHORT_MS, answer: () => undefined },
  'drips-its-head': { share: 3, timeoutMs: SHORT_MS, answer: (socket) => drip(socket, Array(60).fill('X: y\r\n')) },
  'interim-for-ever': {
    share: 2,
    timeoutMs: SHORT_MS,
    answer: (socket) => drip(socket, Array(60).fill('HTTP/1.1 102 Processing\r\n\r\n')),
  },
  'stops-in-its-body': { share: 3, timeoutMs: SHORT_MS, answer: (socket) => socket.write(HALF) },
  'closes-at-once': { share: 4, answer: (socket) => void socket.end() },
  'closes-in-its-head': { share: 3, answer: (socket) => void socket.end(OK.slice(0, 20)) },
  'closes-in-its-body': { share: 3, answer: (socket) => void socket.end(HALF) },
  'closes-in-its-chunks': { share: 3, answer: (socket) => void socket.end(CHUNKED) },
  'resets-at-once': { share: 4, answer: (socket) => void socket.resetAndDestroy() },
  'resets-in-its-body': { share: 3, answer: (socket) => void socket.write(HALF, () => socket.resetAndDestroy()) },
  'two-lengths': {
    share: 3,
    answer: (socket) => socket.write(OK.replace('\r\n\r\n', '\r\nContent-Length: 3\r\n\r\n')),
  },
  'two-framings': { share: 3, answer: (socket) => socket.write(CHUNKED.replace('\r\n', '\r\nContent-Length: 2\r\n')) },
  'bad-chunks': { share: 3, answer: (socket) => socket.write(`${CHUNKED}zz\r\n`) },
  'more-than-declared': { share: 3, answer: (socket) => socket.write(`${OK}${OK.replace('ok', 'no')}`) },
  'another-protocol': { share: 3, answer: (socket) => socket.write('SSH-2.0-OpenSSH_9.2p1\r\n') },
  'a-head-without-end': { share: 1, answer: (socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(70_000)}`) },
};

const REQUEST = /[A-Z]+ \/([a-z-]+) HTTP\/1\.1\r\n[\s\S]*?\r\n\r\n/g;

/** A server that answers each request as the kind that its path names. */
export async function startBackends(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => {
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      let end = 0;
      for (const found of text.matchAll(REQUEST)) {
        end = found.index + found[0].length;
        BACKENDS[found[1] ?? '']?.answer(socket);
      }
      text = text.slice(end);
    });
  });
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 }, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return { server, port: address.port };
}

function drip(socket: Socket, pieces: readonly string[]): void {
  let next = 0;
  const timer = setInterval(() => {
    const piece = pieces[next++];
    if (piece === undefined || socket.destroyed) clearInterval(timer);
    else socket.write(piece);
  }, 5);
}

function large(socket: Socket): void {
  socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${LARGE.length}\r\n\r\n`);
  socket.write(LARGE);
}
