import type { CloudWatchHandlers } from './types.ts';

/**
 * Handlers whose code is loaded by the first call of any of them.
 * @param names of all that `load` gives; the compiler knows them, this process does not yet
 */
export function lazily<Given extends CloudWatchHandlers>(
  names: readonly (keyof Given & keyof CloudWatchHandlers)[],
  load: () => Promise<Given>,
): CloudWatchHandlers {
  let loaded: Promise<Given> | undefined;
  const handlers = names.map((name) => {
    const handle = async (input: unknown, call: unknown) => {
      loaded ??= load();
      // The name is one of its own, and whoever calls does so by the name's types.
      const handler = (await loaded)[name] as (input: unknown, call: unknown) => Promise<unknown>;
      return handler(input, call);
    };
    return [name, handle];
  });
  return Object.fromEntries(handlers);
}
