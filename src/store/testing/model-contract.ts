import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store, Transaction } from '../store.ts';
import { HERE, NOTES, type StoreUnderTest, THERE } from './harness.ts';

type Step =
  | { readonly do: 'put' | 'delete' | 'deletePrefix'; readonly id: string; readonly there: boolean }
  | {
      readonly do: 'list';
      readonly prefix: string;
      readonly after: string;
      readonly before: string;
      readonly isDescending: boolean;
      readonly limit: number;
    };

/** By scope and id: the version. The simplest thing that does what a store does. */
type Model = ReadonlyMap<string, { readonly there: boolean; readonly id: string; readonly version: number }>;

// Few characters, so that ids and prefixes meet: a separator, its neighbour, and the corners of UTF-16 and UTF-8.
const text = fc.string({ unit: fc.constantFrom('/', '0', 'a', 'ü', '～', '𝄞', '\u{10ffff}'), maxLength: 4 });
const id = text.filter((value) => value !== '');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('put' as const, 'put' as const, 'delete' as const), id, there: fc.boolean() }),
  fc.record({ do: fc.constant('deletePrefix' as const), id: text, there: fc.boolean() }),
  fc.record({
    do: fc.constant('list' as const),
    prefix: text,
    after: text,
    before: text,
    isDescending: fc.boolean(),
    limit: fc.nat(4),
  }),
);
const transaction = fc.record({ steps: fc.array(step, { maxLength: 6 }), fails: fc.boolean() });

export function modelContract(subject: StoreUnderTest): void {
  test('any run of transactions leaves what a plain map would hold, and the feed tells the same story', async () => {
    const store = await subject.create();
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 12 }), async (transactions) => {
        await store.reset();
        const begin = await store.lastSequence();
        let model: Model = new Map();
        const outcomes: Promise<void>[] = [];
        for (const { steps, fails } of transactions) {
          const outcome = store.transact(async (tx) => {
            const after = await perform(tx, steps, model);
            if (fails) throw new Error('meant to fail');
            model = after;
          });
          outcomes.push(outcome);
          // Where it is allowed, all at once: each must see the ones before it, committed or not.
          if (!subject.runsInCallOrder) await Promise.allSettled([outcome]);
        }
        const settled = await Promise.allSettled(outcomes);
        expect(
          settled.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.message : 'committed')),
        ).toEqual(transactions.map(({ fails }) => (fails ? 'meant to fail' : 'committed')));
        expect(await contents(store)).toEqual(sorted(model));
        expect(await replay(store, begin)).toEqual(sorted(model));
      }),
      { numRuns: 150 },
    );
    await store.close();
  });
}

async function perform(tx: Transaction, steps: readonly Step[], before: Model): Promise<Model> {
  const model = new Map(before);
  for (const step of steps) {
    if (step.do === 'list') {
      const listed = await tx.list(NOTES, HERE, step);
      const within = sorted(model).filter(
        ({ there, id }) =>
          !there && id.startsWith(step.prefix) && compareBytes(id, step.after) > 0 && compareBytes(id, step.before) < 0,
      );
      const expected = (step.isDescending ? within.toReversed() : within).slice(0, step.limit);
      expect(listed.map(({ id, version }) => ({ there: false, id, version }))).toEqual(expected);
      continue;
    }
    const scope = step.there ? THERE : HERE;
    const key = `${step.there} ${step.id}`;
    if (step.do === 'put') {
      await tx.put(NOTES, scope, step.id, { text: step.id });
      model.set(key, { there: step.there, id: step.id, version: (model.get(key)?.version ?? 0) + 1 });
    } else if (step.do === 'delete') {
      expect(await tx.delete(NOTES, scope, step.id)).toBe(model.delete(key));
    } else {
      const doomed = [...model].filter(([, entry]) => entry.there === step.there && entry.id.startsWith(step.id));
      for (const [doomedKey] of doomed) model.delete(doomedKey);
      expect(await tx.deletePrefix(NOTES, scope, step.id)).toBe(doomed.length);
    }
  }
  return model;
}

async function contents(store: Store): Promise<unknown> {
  const documents = await store.scan(NOTES);
  return documents.map(({ scope, id, version }) => ({ there: scope.region === THERE.region, id, version }));
}

/** What somebody believes to be stored who heard nothing but the feed. */
async function replay(store: Store, since: number): Promise<unknown> {
  const believed = new Map<string, { there: boolean; id: string; version: number }>();
  const end = await store.changes(since, (changes) => {
    for (const { scope, id, version, operation } of changes) {
      const there = scope.region === THERE.region;
      if (operation === 'put') believed.set(`${there} ${id}`, { there, id, version });
      else believed.delete(`${there} ${id}`);
    }
  });
  end();
  return sorted(believed);
}

/** In the order of a scan: eu-central-1 (here) before us-east-1 (there), then the UTF-8 bytes of the id. */
function sorted(model: Model) {
  return [...model.values()].sort((a, b) => Number(a.there) - Number(b.there) || compareBytes(a.id, b.id));
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
