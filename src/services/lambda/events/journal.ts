import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../code/index.ts';
import { fromLine, type QueuedEvent, toLine } from './queued-event.ts';

/**
 * The events that have been accepted and are not done with, in a file that is only appended to: `+` and an event, `-` and the
 * id of one that is done. An event is on the disk, synced, before its caller is told so; events that come together share one
 * sync. What is done is not synced: a crash of the machine can make an event run once more, never less.
 */
export interface EventJournal {
  /** What an earlier process left, in the order in which it was accepted. Reads the file at the first call. */
  recover(): Promise<readonly QueuedEvent[]>;
  /** Resolves when the event is on the disk. @throws when it cannot be written; it is not accepted then */
  add(event: QueuedEvent): Promise<void>;
  /** An attempt failed: a restart goes on from there. */
  update(event: QueuedEvent): void;
  remove(requestId: string): void;
  /** Writes what is to be written, and lets go of the file. What comes later is not written. */
  close(): Promise<void>;
}

interface Write {
  readonly line: string;
  /** Set for one that somebody waits for. */
  readonly done?: { resolve(): void; reject(error: unknown): void };
}

/**
 * @param path made when the first event comes
 * @param compactBytes a file that is larger is written anew when less than half of it is still needed
 * @param onError told of what could not be written down about events that are done
 */
export function createEventJournal(
  path: string,
  compactBytes: number,
  onError: (error: unknown) => void,
): EventJournal {
  /** The lines of the events that are not done with. */
  const live = new Map<string, string>();
  let liveBytes = 0;
  let fileBytes = 0;
  let writes: Write[] = [];
  let flushing: Promise<void> | undefined;
  let file: FileHandle | undefined;
  let closed = false;
  let recovered: Promise<readonly QueuedEvent[]> | undefined;

  const keep = (event: QueuedEvent): string => {
    forget(event.execution.requestId);
    const line = `+${toLine(event)}\n`;
    live.set(event.execution.requestId, line);
    liveBytes += line.length;
    return line;
  };
  const forget = (id: string): void => {
    liveBytes -= live.get(id)?.length ?? 0;
    live.delete(id);
  };
  const write = (item: Write): void => {
    if (closed) return item.done?.reject(new Error('The file of events is closed.'));
    writes.push(item);
    flushing ??= flush().finally(() => {
      flushing = undefined;
    });
  };

  const flush = async (): Promise<void> => {
    // Calls of one turn of the event loop are written, and synced, as one.
    await Promise.resolve();
    while (writes.length > 0) {
      const batch = writes;
      writes = [];
      try {
        await append(batch);
        for (const { done } of batch) done?.resolve();
      } catch (error) {
        onError(error);
        for (const { done } of batch) done?.reject(error);
      }
    }
  };
  const append = async (batch: readonly Write[]): Promise<void> => {
    await recover();
    if (fileBytes > compactBytes && fileBytes > 2 * liveBytes) return compact();
    let text = batch.map(({ line }) => line).join('');
    if (file === undefined) {
      file = await openFile(path);
      // A crash, or a write that failed, may have torn the last line that is there.
      if (fileBytes > 0) text = `\n${text}`;
    }
    // Counted before it is known how much of it can be written.
    fileBytes += text.length;
    try {
      await file.appendFile(text);
      if (batch.some(({ done }) => done !== undefined)) await file.datasync();
    } catch (error) {
      const broken = file;
      file = undefined;
      await broken.close();
      throw error;
    }
  };
  /** Writes all that is needed to a new file, which takes the old one's place when it is on the disk. */
  const compact = async (): Promise<void> => {
    const text = [...live.values()].join('');
    await file?.close();
    file = undefined;
    const temporary = `${path}.new`;
    const next = await open(temporary, 'w', 0o600);
    try {
      await next.writeFile(text);
      await next.datasync();
    } finally {
      await next.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
    fileBytes = text.length;
  };
  const recover = (): Promise<readonly QueuedEvent[]> => {
    recovered ??= readEvents(path).then(({ events, bytes }) => {
      fileBytes = bytes;
      events.forEach(keep);
      return events;
    });
    return recovered;
  };

  return {
    recover,
    async add(event) {
      await recover();
      const line = keep(event);
      try {
        await new Promise<void>((resolve, reject) => write({ line, done: { resolve, reject } }));
      } catch (error) {
        forget(event.execution.requestId);
        throw error;
      }
    },
    update: (event) => write({ line: keep(event) }),
    remove(requestId) {
      if (!live.has(requestId)) return;
      forget(requestId);
      write({ line: `-${requestId}\n` });
    },
    async close() {
      closed = true;
      while (flushing !== undefined) await flushing;
      await file?.close();
      file = undefined;
    },
  };
}

async function openFile(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a', 0o600);
  await syncFolder(dirname(path));
  return file;
}

async function readEvents(path: string): Promise<{ readonly events: readonly QueuedEvent[]; readonly bytes: number }> {
  const text = await readFile(path, 'utf8').catch(emptyIfMissing);
  const events = new Map<string, QueuedEvent>();
  for (const line of text.split('\n')) {
    if (line.startsWith('-')) events.delete(line.slice(1));
    if (!line.startsWith('+')) continue;
    const event = fromLine(line.slice(1));
    if (event !== undefined) events.set(event.execution.requestId, event);
  }
  return { events: [...events.values()], bytes: text.length };
}

function emptyIfMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
  throw error;
}
