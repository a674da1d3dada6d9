import { expect, it } from 'vitest';
import type { IngestedLogEvents, LogStore } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';
import { tailEvents } from './session.ts';

const group = { scope: { accountId: '000000000000', region: 'us-east-1' }, name: 'app' };

/** A session over a store that tells what the test tells it. */
function begin() {
  let listener: (ingested: IngestedLogEvents) => void = () => undefined;
  const follow: LogStore['follow'] = (_, listening) => {
    listener = listening;
    return () => undefined;
  };
  const session = tailEvents({
    logs: { follow },
    wants: () => true,
    matches: () => true,
    isEnded: () => false,
    sleep: async () => undefined,
    elapsed: () => () => 0,
  });
  const events = (messages: readonly string[]) =>
    messages.map((message, sequence) => ({ stream: 'one', timestampMs: 0, ingestedMs: 0, sequence, message }));
  const tell = (...messages: readonly string[]) =>
    listener({
      group,
      stream: 'one',
      count: messages.length,
      bytes: 0,
      mayEmbedMetrics: false,
      events: events(messages),
    });
  return { session, tell };
}

// "sampled": whether more came than are told (service model, `LiveTailSessionMetadata`); the bounds are the quota and ours.
it.each([
  ['as many as the quota', LIMITS.tailedEvents, 1],
  ['as much text as is held', 4, LIMITS.tailedBytes / 4],
])('an update tells of %s, and says when there was more', async (_, most, length) => {
  const { session, tell } = begin();
  // The session begins with its first update.
  const first = session.next();
  const messages = Array.from({ length: most + 1 }, () => 'x'.repeat(length));
  tell(...messages.slice(0, most));
  expect((await first).value).toMatchObject({ isSampled: false, events: { length: most } });
  tell(...messages);
  tell('one more');
  expect((await session.next()).value).toMatchObject({ isSampled: true, events: { length: most } });
  tell('again');
  expect((await session.next()).value).toMatchObject({ isSampled: false, events: [{ message: 'again' }] });
  await session.return(undefined);
});
