import { eventAt, mayEmbedMetrics, recordStarts } from '../log-records/index.ts';
import type { IngestedLogEvents, LogGroupRef, StoredLogEvent } from '../model/index.ts';
import { type FrameHead, type NewFrame, readableRecords } from './frame.ts';

/** Events that have been kept, read from their records when somebody asks for them: most groups are followed by nobody. */
export class KeptEvents implements IngestedLogEvents {
  readonly group: LogGroupRef;
  readonly stream: string;
  readonly #head: FrameHead;
  readonly #records: Buffer;
  #events: readonly StoredLogEvent[] | undefined;

  constructor(group: LogGroupRef, stream: string, { head, records }: NewFrame) {
    this.group = group;
    this.stream = stream;
    this.#head = head;
    this.#records = records;
  }

  get count(): number {
    return this.#head.count;
  }

  get bytes(): number {
    return this.#records.length;
  }

  get events(): readonly StoredLogEvent[] {
    this.#events ??= this.#read();
    return this.#events;
  }

  /** Forgets what was read, which takes ten times as much: whoever has to wait reads it again. */
  letGo(): void {
    this.#events = undefined;
  }

  get mayEmbedMetrics(): boolean {
    return !this.#head.isPacked && mayEmbedMetrics(this.#records);
  }

  /** @throws {UnreadableEventsError} */
  #read(): readonly StoredLogEvent[] {
    const records = this.#unpack();
    return recordStarts(records, 0, records.length).map((at) => eventAt(records, at, this.stream));
  }

  #unpack(): Buffer {
    try {
      return readableRecords(this.#records, this.#head);
    } catch (error) {
      throw new UnreadableEventsError(String(error), { cause: error });
    }
  }
}

/** What came in packed has no events in it: a defect of whoever sent it, and none of whoever reads it. */
export class UnreadableEventsError extends Error {
  override readonly name = 'UnreadableEventsError';
}
