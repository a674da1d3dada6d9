import type { Readable } from 'node:stream';

const WINDOW_MS = 50;

/**
 * Holds a stream to so many bytes a second, so that whoever fills it waits, and what it costs to read it does not grow with what is
 * written.
 * @param stream is read by somebody else's listener
 */
export function pace(stream: Readable, bytesPerSecond: number): void {
  let windowEndsMs = 0;
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    const nowMs = performance.now();
    if (nowMs >= windowEndsMs) {
      windowEndsMs = nowMs + WINDOW_MS;
      bytes = 0;
    }
    bytes += chunk.length;
    if (bytes < (bytesPerSecond * WINDOW_MS) / 1000 || stream.isPaused()) return;
    stream.pause();
    setTimeout(() => stream.resume(), windowEndsMs - nowMs).unref();
  });
}
