import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Random } from '../../fuzz/random.ts';
import { BACKENDS } from './backends.ts';
import { CLIENTS } from './clients.ts';
import { type Memory, memoryAfterCollection } from './memory.ts';
import { type Held, type Subject, startSubject } from './subject.ts';
import { Talk } from './talk.ts';

/** So many at the same time. */
const TOGETHER = 256;
/** Longer than any time limit that a connection can run into. */
const PATIENCE_MS = 60_000;

/** What is left after a part of the encounters, when everybody has gone. */
export interface Rest {
  readonly encounters: number;
  readonly held: Held;
  readonly memory: Memory;
  /** How long the process did not come to look at its sockets, at the longest: on a busy machine, faults may be its. */
  readonly longestStallMs: number;
  /** What went otherwise than it must. */
  readonly faults: readonly string[];
}

/**
 * Lets clients of all kinds meet backends of all kinds over real sockets, the same ones for the same count.
 * @param parts after so many encounters each it waits until everything is quiet, and looks what is left
 */
export async function* soak(parts: number, encountersEach: number): AsyncGenerator<Rest> {
  const subject = await startSubject();
  const random = new Random(1);
  const stalls = monitorEventLoopDelay({ resolution: 10 });
  stalls.enable();
  try {
    for (let part = 1; part <= parts; part++) {
      const faults: string[] = [];
      await meet(subject, random, encountersEach, faults);
      const held = await quiet(subject);
      const longestStallMs = stalls.max / 1e6;
      const memory = memoryAfterCollection();
      stalls.reset();
      yield { encounters: part * encountersEach, held, memory, longestStallMs, faults };
    }
  } finally {
    stalls.disable();
    await subject.stop();
  }
}

async function meet(subject: Subject, random: Random, count: number, faults: string[]): Promise<void> {
  let left = count;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left--;
      const fault = await encounter(subject, random.pick(CLIENT_LOTS), random.pick(BACKEND_LOTS));
      if (fault !== undefined) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: Math.min(TOGETHER, count) }, one));
}

/** @returns what went otherwise than it must */
async function encounter(subject: Subject, clientName: string, backendName: string): Promise<string | undefined> {
  const client = kind(CLIENTS, clientName);
  const backend = client.backend ?? backendName;
  const talk = new Talk(subject.port);
  const patience = new AbortController();
  const hung = new Promise<string>((resolve) => {
    const timer = setTimeout(() => {
      talk.socket.destroy();
      resolve('still open');
    }, PATIENCE_MS);
    patience.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const over = (async () => {
    await client.act(talk, subject.target(backend));
    await talk.closed;
    return undefined;
  })();
  const fault = (await Promise.race([over, hung])) ?? misanswered(client.answer, client.served, backend, talk.received);
  patience.abort();
  return fault && `A client that ${clientName}, a backend that is called ${backend}: ${fault}`;
}

function misanswered(answer: RegExp | undefined, served: RegExp | undefined, backend: string, received: string) {
  const expected = kind(BACKENDS, backend).good ? (served ?? answer) : answer;
  if (expected === undefined || expected.test(received)) return undefined;
  return `answered ${JSON.stringify(received.slice(0, 600))}`;
}

/** Gives kept connections their time to go. What is left then stays. */
async function quiet(subject: Subject): Promise<Held> {
  const untilMs = performance.now() + PATIENCE_MS;
  for (;;) {
    const held = subject.held();
    if (performance.now() > untilMs || Object.values(held).every((count) => count <= 0)) return held;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Each name as often as its share says. */
function lots(kinds: Readonly<Record<string, { readonly share: number }>>): readonly string[] {
  return Object.entries(kinds).flatMap(([name, { share }]) => Array<string>(share).fill(name));
}

const CLIENT_LOTS = lots(CLIENTS);
const BACKEND_LOTS = lots(BACKENDS);

function kind<Kind>(kinds: Readonly<Record<string, Kind>>, name: string): Kind {
  const found = kinds[name];
  if (found === undefined) throw new RangeError(`There is no kind called ${name}.`);
  return found;
}
