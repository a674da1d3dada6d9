import { useRef } from 'react';
import { type Action, useSteps } from '../../../data/index.ts';

/** How an entity is made, and what it is given then. */
interface Making<T> {
  /** What it is made of, name and all: where any of that has changed since an earlier attempt, it is made anew. */
  inputOf(entity: T): object;
  create(entity: T): Promise<unknown>;
  /** What it is given one after another, each by what tells it apart; to give it again does nothing. */
  grantsOf(entity: T): ReadonlyMap<string, () => Promise<unknown>>;
  /** The last step, which may be refused any number of times. */
  finish?(entity: T): Promise<unknown>;
  /** Deletes it with all it was given. */
  remove(entity: T): Promise<unknown>;
}

/** What an attempt has made before a step of it was refused. */
interface HalfMade<T> {
  readonly entity: T;
  readonly input: string;
  readonly given: Set<string>;
}

/**
 * Makes a user or a role and gives it all it shall have. Where a step is refused the entity is there; the next attempt goes on from there,
 * unless something is wanted otherwise now than it was done: then what is there goes first, for nobody shall have what was not asked for.
 */
export function useCreateEntity<T>(making: Making<T>): Action<T, void> {
  const halfMade = useRef<HalfMade<T>>(undefined);
  return useSteps('iam', async (entity: T) => {
    const input = JSON.stringify(making.inputOf(entity));
    const grants = making.grantsOf(entity);
    const before = halfMade.current;
    if (before && (before.input !== input || [...before.given].some((id) => !grants.has(id)))) {
      // Told once where it is refused, as to whoever may make and not delete; the attempt after that begins anew.
      halfMade.current = undefined;
      await making.remove(before.entity);
    }
    if (!halfMade.current) {
      await making.create(entity);
      halfMade.current = { entity, input, given: new Set() };
    }
    const { given } = halfMade.current;
    for (const [id, give] of grants) {
      await give();
      given.add(id);
    }
    await making.finish?.(entity);
  });
}
