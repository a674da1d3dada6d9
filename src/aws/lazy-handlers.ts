import type { Call } from './call.ts';

type SomeHandlers = Readonly<Record<string, (input: never, call: Call) => Promise<unknown>>>;

/**
 * Handlers whose code is loaded by the first call of one of them: what nobody uses takes no memory.
 * @param names of all of them
 * @param load asked again after it has failed
 */
export function lazyHandlers<Some extends SomeHandlers>(
  names: readonly (keyof Some & string)[],
  load: () => Promise<Some>,
): Some {
  const handler = (name: keyof Some & string) => async (input: never, call: Call) => {
    const found = (await load())[name];
    // An answer of nothing would say that it was done.
    if (found === undefined) throw new Error(`${name} has no handler`);
    return found(input, call);
  };
  return Object.fromEntries(names.map((name) => [name, handler(name)])) as unknown as Some;
}
