import { afterEach } from 'vitest';

/** Closes what a test opened, after it. */
export function closing(): <T extends { close(): unknown }>(opened: Promise<T>) => Promise<T> {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  return async (opened) => {
    const one = await opened;
    open.push(one);
    return one;
  };
}
