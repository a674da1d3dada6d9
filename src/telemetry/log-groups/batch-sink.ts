import { RecordWriter } from '../../log-records/index.ts';
import type { LogBatch, LogEvent, LogRecords } from '../../model/index.ts';
import type { Warn } from '../log-file/index.ts';
import { BATCH_BYTES, BATCH_DELAY_MS, PIECE_BYTES, PIECE_PAUSE_MS, SPARE_WRITERS, UNSENT_BYTES } from './limits.ts';
import type { ClosableSink } from './sink.ts';

/** Hands events to whoever keeps log groups. Rejects when they are not kept. */
export type SendLogs = (batches: readonly LogBatch[]) => Promise<void>;

/** Sink whose events are on their way, so that one can wait for them. */
export interface BatchSink extends ClosableSink {
  /** Sends what has been gathered; resolves when it and all that was sent before has arrived, or never will. */
  flush(): Promise<void>;
}

/** What one stream has gathered. */
interface Gathered extends Omit<LogBatch, 'records'> {
  readonly writer: RecordWriter;
  /** Of the timer: what began before it went off is due. */
  readonly round: number;
  bytes: number;
}

/**
 * Gathers events and hands them on together, those of one stream as one batch: when they have become many, or after a moment. They are wrapped
 * bit by bit before, so that no request waits for all of it. Events that find too much on its way are lost, and the operator is told once until
 * it is well again: nobody waits for logs.
 * @param wrap makes what is sent of records whose memory is used again
 */
export function createBatchSink(send: SendLogs, warn: Warn, wrap: (records: LogRecords) => LogRecords): BatchSink {
  /** In the order in which they began. */
  const gathering: Gathered[] = [];
  /** Ready to be sent. */
  let wrapped: LogBatch[] = [];
  let wrappedBytes = 0;
  /** Of streams whose events have been wrapped. */
  const spare: RecordWriter[] = [];
  let latest: Gathered | undefined;
  let round = 0;
  let pauseMs = PIECE_PAUSE_MS;
  let unsent = 0;
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;
  let sent: Promise<void> = Promise.resolve();

  const gatheredOf = ({ scope, logGroup, logStream }: LogEvent): Gathered => {
    const isSame = (one: Gathered): boolean =>
      one.logStream === logStream && one.logGroup === logGroup && one.scope === scope;
    const known = gathering.find(isSame);
    if (known !== undefined) return known;
    const begun: Gathered = { scope, logGroup, logStream, writer: spare.pop() ?? new RecordWriter(), round, bytes: 0 };
    gathering.push(begun);
    return begun;
  };

  const sendWrapped = (): void => {
    if (wrapped.length === 0) return;
    const size = wrappedBytes;
    const sending = send(wrapped);
    wrapped = [];
    wrappedBytes = 0;
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

  const wrapAll = (going: readonly Gathered[]): void => {
    latest = undefined;
    for (const { scope, logGroup, logStream, writer, bytes } of going) {
      wrapped.push({ scope, logGroup, logStream, records: wrap(writer.records()) });
      wrappedBytes += bytes;
      if (spare.length === SPARE_WRITERS) continue;
      writer.clear();
      spare.push(writer);
    }
    if (wrappedBytes >= BATCH_BYTES) sendWrapped();
  };

  const sendAll = (): void => {
    clearTimeout(timer);
    timer = undefined;
    wrapAll(gathering.splice(0));
    sendWrapped();
  };

  const wrapFull = (full: Gathered): void => {
    gathering.splice(gathering.indexOf(full), 1);
    wrapAll([full]);
  };

  /** Wraps what is due, so much of it at a time, and sends it. */
  const sendDue = (): void => {
    wrapAll(gathering.splice(0, pieceOf(gathering, round)));
    const [next] = gathering;
    const isDue = next !== undefined && next.round < round;
    if (isDue) timer = setTimeout(sendDue, pauseMs).unref();
    else timer = next && setTimeout(sendRound, BATCH_DELAY_MS).unref();
    if (!isDue) sendWrapped();
  };
  const sendRound = (): void => {
    round += 1;
    // However much is due, all of it goes within the time in which as much comes.
    pauseMs = Math.min(PIECE_PAUSE_MS, (BATCH_DELAY_MS * PIECE_BYTES) / bytesOf(gathering));
    sendDue();
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
        latest = gatheredOf(event);
      }
      latest.bytes += latest.writer.add(timestamp, message);
      timer ??= setTimeout(sendRound, BATCH_DELAY_MS).unref();
      if (latest.bytes >= BATCH_BYTES) wrapFull(latest);
    },
    flush() {
      sendAll();
      return sent;
    },
    close: sendAll,
  };
}

/** How many of those that began before a round are wrapped at a time: one at least, however much it is. */
function pieceOf(gathering: readonly Gathered[], round: number): number {
  let bytes = 0;
  const beyond = gathering.findIndex((one, place) => {
    bytes += one.bytes;
    return one.round >= round || (place > 0 && bytes > PIECE_BYTES);
  });
  return beyond < 0 ? gathering.length : beyond;
}

function bytesOf(gathering: readonly Gathered[]): number {
  return gathering.reduce((sum, { bytes }) => sum + bytes, 0);
}
