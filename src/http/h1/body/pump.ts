import type { BodySource } from '../../exchange.ts';
import type { BodySink } from './body-sink.ts';
import type { IncomingBody } from './incoming-body.ts';
import type { OutgoingBody } from './outgoing-body.ts';

/**
 * Lets a body that comes in go out as it comes, each end no faster than the other.
 * @param onBroken nobody takes the body any more: what it comes from should stop
 */
export function relay(from: IncomingBody, to: OutgoingBody, onBroken: () => void): void {
  if (!to.open) {
    onBroken();
    return;
  }
  const resume = () => from.resume();
  to.onDrain = resume;
  to.onBroken = onBroken;
  from.flowInto(new Relay(to));
}

class Relay implements BodySink {
  readonly #to: OutgoingBody;

  constructor(to: OutgoingBody) {
    this.#to = to;
  }

  onBytes(bytes: Buffer): boolean {
    return this.#to.writeBorrowed(bytes);
  }

  onEnd(): void {
    this.#to.end();
  }

  onFailure(): void {
    this.#to.break();
  }
}

/** Sends what a source gives, no faster than the connection takes it; a source that throws breaks the body off. */
export async function pump(source: BodySource, to: OutgoingBody): Promise<void> {
  try {
    for await (const bytes of source) {
      if (!to.open) return;
      if (!to.write(bytes)) await room(to);
    }
    to.end();
  } catch {
    // The cause is the source's to report; what the other end can be told is that the body is not complete.
    to.break();
  }
}

/** So much of a large body is given to the socket at a time: whether the client takes it shows after each. */
export const SLICE_BYTES = 262_144;

/** Sends bytes that are all there. */
export function sendSlices(bytes: Uint8Array, to: OutgoingBody): void {
  let at = 0;
  const more = (): void => {
    let flowing = true;
    while (flowing && at < bytes.length) {
      const slice = bytes.subarray(at, at + SLICE_BYTES);
      at += slice.length;
      flowing = to.write(slice);
    }
    if (at === bytes.length) to.end();
  };
  to.onDrain = more;
  more();
}

/** Resolves when there is room again, or nobody left to write to. */
function room(to: OutgoingBody): Promise<void> {
  return new Promise((resolve) => {
    to.onDrain = resolve;
    to.onBroken = resolve;
  });
}
