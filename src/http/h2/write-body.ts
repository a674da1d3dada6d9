import { Readable, type Writable } from 'node:stream';
import type { BodySource } from '../exchange.ts';

/**
 * Writes a body piece by piece as fast as the other end takes it, and ends the stream after it.
 * @param breakOff called when the body fails underway: the only honest sign left to give once the head is out
 */
export function writeBody(body: BodySource, destination: Writable, breakOff: () => void): void {
  if (body instanceof Readable) pipe(body, destination, breakOff);
  else void pump(body, destination, breakOff);
}

function pipe(body: Readable, destination: Writable, breakOff: () => void): void {
  if (body.destroyed && !body.readableEnded) {
    breakOff();
    return;
  }
  body.once('error', breakOff);
  body.once('close', () => {
    if (!body.readableEnded) breakOff();
  });
  destination.once('close', () => {
    if (!body.readableEnded) body.destroy();
  });
  body.pipe(destination);
}

async function pump(body: BodySource, destination: Writable, breakOff: () => void): Promise<void> {
  try {
    for await (const chunk of body) {
      if (destination.destroyed) return;
      if (!destination.write(chunk)) await drained(destination);
    }
    destination.end();
  } catch {
    breakOff();
  }
}

/** Resolves when there is room again, or when the connection is gone and room does not matter any more. */
function drained(destination: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      destination.off('drain', done);
      destination.off('close', done);
      resolve();
    };
    destination.on('drain', done);
    destination.on('close', done);
  });
}
