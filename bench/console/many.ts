/** How many calls are on their way at a time. */
const CONNECTIONS = 16;

/** Makes many of something, some at a time. @param create is told the number of each, from zero */
export async function many(count: number, create: (number: number) => Promise<unknown>): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number).values();
  const work = async (): Promise<void> => {
    for (const number of numbers) await create(number);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}
