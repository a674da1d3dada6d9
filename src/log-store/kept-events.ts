import { eventAt, recordStarts } from '../log-records/index.ts';
import type { IngestedLogEvents, LogGroupRef, StoredLogEvent } from '../model/index.ts';

/** Events that have been kept, read from their records when somebody asks for them: most groups are followed by nobody. */
export class KeptEvents implements IngestedLogEvents {
  readonly group: LogGroupRef;
  readonly stream: string;
  readonly count: number;
  readonly #records: Buffer;
  #events: readonly StoredLogEvent[] | undefined;

  constructor(group: LogGroupRef, stream: string, count: number, records: Buffer) {
    this.group = group;
    this.stream = stream;
    this.count = count;
    this.#records = records;
  }

  get bytes(): number {
    return this.#records.length;
  }

  get events(): readonly StoredLogEvent[] {
    const records = this.#records;
    this.#events ??= recordStarts(records, 0, records.length).map((at) => eventAt(records, at, this.stream));
    return this.#events;
  }

  mention(text: string): boolean {
    return this.#records.includes(text);
  }
}
