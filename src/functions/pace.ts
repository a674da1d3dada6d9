import { readSync } from 'node:fs';
import type { Readable } from 'node:stream';

/** A burst is what others wait for. */
const WINDOW_MS = 5;

/** More than a socket's buffers hold, so that whoever writes on and on is not read on and on. */
const MOST_AT_ONCE = 1_048_576;

/** A stream that is read at a pace. */
export interface Paced {
  /** Reads now what has been written until now, where it has been held back. */
  catchUp(): void;
  /** Reads that for the last time, and holds nothing back any more. */
  stop(): void;
  /** Goes on after that. */
  resume(): void;
}

/**
 * Reads a stream, so many bytes a second at most, so that whoever fills it waits, and what it costs to read it does not grow with what is
 * written.
 * @param onChunk gives as how many bytes it counts
 */
export function readPaced(stream: Readable, bytesPerSecond: number, onChunk: (chunk: Buffer) => number): Paced {
  const bytesPerMs = bytesPerSecond / 1000;
  let windowBeganMs = Number.NEGATIVE_INFINITY;
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  stream.on('data', (chunk: Buffer) => {
    const nowMs = performance.now();
    if (nowMs >= windowBeganMs + WINDOW_MS) {
      windowBeganMs = nowMs;
      bytes = 0;
    }
    bytes += onChunk(chunk);
    if (bytes < bytesPerMs * WINDOW_MS || stream.isPaused()) return;
    stream.pause();
    timer = setTimeout(() => stream.resume(), windowBeganMs + bytes / bytesPerMs - nowMs).unref();
  });
  const readAll = () => {
    while (stream.read() !== null);
    readWaiting(stream, onChunk);
  };
  let isStopped = false;
  return {
    catchUp() {
      if (!isStopped && stream.isPaused()) readAll();
    },
    stop() {
      clearTimeout(timer);
      // Node.js lets streams of a process go on when it ends, so whether it has been held back cannot be told.
      if (!isStopped) readAll();
      isStopped = true;
    },
    resume() {
      isStopped = false;
      stream.resume();
    },
  };
}

/** Reads what waits in the kernel. */
function readWaiting(stream: Readable, onChunk: (chunk: Buffer) => unknown): void {
  const fd = (stream as { readonly _handle?: { readonly fd?: number } | null })._handle?.fd;
  if (fd === undefined || fd < 0) return;
  for (let bytes = 0, length = -1; bytes < MOST_AT_ONCE && length !== 0; bytes += length) {
    const buffer = Buffer.allocUnsafe(65_536);
    length = readSome(fd, buffer);
    if (length > 0) onChunk(buffer.subarray(0, length));
  }
}

function readSome(fd: number, buffer: Buffer): number {
  try {
    return readSync(fd, buffer);
  } catch {
    // Nothing is there (EAGAIN), or the other end is gone, of which the stream will tell.
    return 0;
  }
}
