import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliverMessage } from '../services/cognito-idp/index.ts';
import type { Log } from './log.ts';

/** Messages that an outbox keeps: whoever signs up by the thousand must not fill the disk. */
const KEPT_MESSAGES = 1_000;

/**
 * Where messages to users of user pools go. They hold secrets: only the owner can read the outbox, and the log has them only
 * where the operator asked for it.
 */
export function codeDelivery(kind: 'outbox' | 'log', directory: string, log: Log): DeliverMessage {
  return kind === 'outbox'
    ? outbox(directory)
    : async (message) => log.info('A message to a user of a user pool.', { ...message });
}

/** A file of JSON a message, by the time at which it was sent. */
function outbox(directory: string): DeliverMessage {
  let made: Promise<unknown> | undefined;
  return async (message) => {
    made ??= mkdir(directory, { recursive: true, mode: 0o700 });
    await made;
    const name = `${new Date(message.sentAtMs).toISOString().replaceAll(':', '-')}-${randomUUID()}.json`;
    await writeFile(join(directory, name), `${JSON.stringify(message, undefined, 2)}\n`, { mode: 0o600 });
    const names = (await readdir(directory)).sort();
    for (const old of names.slice(0, -KEPT_MESSAGES)) await rm(join(directory, old), { force: true });
  };
}
