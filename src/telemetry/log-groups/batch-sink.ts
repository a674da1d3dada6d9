import { RecordWriter } from '../../log-records/index.ts';
import type { LogBatch, LogEvent, LogRecords } from '../../model/index.ts';
import type { Warn } from '../log-file/index.ts';
import { BATCH_BYTES, BATCH_DELAY_MS, SPARE_WRITERS, UNSENT_BYTES } from './limits.ts';
import type { ClosableSink } from './sink.ts';

/** Hands events to whoever keeps log groups. Rejects when they are not kept. */
export type SendLogs = (batches: readonly LogBatch[]) => Promise<void>;

/** Sink whose events are on their way, so that one can wait for them. */
export interface BatchSink extends ClosableSink {
  /** Sends what has been gathered; resolves when it and all that was sent before has arrived, or never will. */
  flush(): Promise<void>;
}

interface Gathered extends Omit<LogBatch, 'records'> {
  readonly writer: RecordWriter;
}

/**
 * Gathers events and hands them on together, those of one stream as one batch: when they have become many, or after a moment. Events
 * that find too much on its way are lost, and the operator is told once until it is well again: nobody waits for logs.
 * @param wrap makes what is sent of records whose memory is used again
 */
export function createBatchSink(send: SendLogs, warn: Warn, wrap: (records: LogRecords) => LogRecords): BatchSink {
  let batches: Gathered[] = [];
  /** Of streams that wrote together last time. */
  let spare: RecordWriter[] = [];
  let latest: Gathered | undefined;
  let gathered = 0;
  let unsent = 0;
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;
  let sent: Promise<void> = Promise.resolve();

  const batchOf = ({ scope, logGroup, logStream }: LogEvent): Gathered => {
    const isSame = (batch: Gathered): boolean =>
      batch.logStream === logStream && batch.logGroup === logGroup && batch.scope === scope;
    const known = batches.find(isSame);
    if (known !== undefined) return known;
    const begun: Gathered = { scope, logGroup, logStream, writer: spare.pop() ?? new RecordWriter() };
    batches.push(begun);
    return begun;
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (batches.length === 0) return;
    const size = gathered;
    const sending = send(batches.map(({ writer, ...batch }) => ({ ...batch, records: wrap(writer.records()) })));
    spare = batches.slice(0, SPARE_WRITERS).map(({ writer }) => writer);
    for (const writer of spare) writer.clear();
    batches = [];
    latest = undefined;
    gathered = 0;
    unsent += size;
    const arrival = sending.then(
      () => {
        unsent -= size;
      },
      (error: unknown) => {
        unsent -= size;
        warn('Log events were lost on their way.', { error: String(error) });
      },
    );
    sent = Promise.all([sent, arrival]).then(() => undefined);
  };

  const lose = (): void => {
    if (lost === 0) warn('Log events come faster than they are kept; some are lost.', { waiting: unsent });
    lost += 1;
  };

  return {
    append(event) {
      if (unsent > UNSENT_BYTES) return lose();
      if (lost > 0) {
        warn('Log events are kept again.', { lost });
        lost = 0;
      }
      const { logStream, logGroup, scope, timestamp, message } = event;
      if (latest?.logGroup !== logGroup || latest.logStream !== logStream || latest.scope !== scope) {
        latest = batchOf(event);
      }
      gathered += latest.writer.add(timestamp, message);
      if (gathered >= BATCH_BYTES) flush();
      else timer ??= setTimeout(flush, BATCH_DELAY_MS).unref();
    },
    flush() {
      flush();
      return sent;
    },
    close: flush,
  };
}
