import { Duplex } from 'node:stream';

/** A connection whose other end only sends; what is sent to it is dropped. */
export class OneWay extends Duplex {
  override _read(): void {
    // Bytes are pushed as the test has them.
  }

  override _write(_bytes: Buffer, _encoding: BufferEncoding, done: () => void): void {
    done();
  }
}

/** Everything that follows from bytes that are here happens in ticks and microtasks; two turns of the loop see them all. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}
