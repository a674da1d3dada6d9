import { AwsError } from '../aws/index.ts';
import { parts } from '../texts/en/parts.ts';

/**
 * Takes a step after something was made, and takes what was made away again where the step fails, so that trying again does not meet it.
 * @throws what the step threw; where the taking away fails, too, that of both is told, since what was made is still there
 */
export async function orUndo<T>(step: () => Promise<T>, undo: () => Promise<unknown>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    await undo().catch((second: unknown) => {
      throw bothOf(error, second);
    });
    throw error;
  }
}

/** The first error, which is why, with the message of the second one behind its own. */
function bothOf(first: unknown, second: unknown): unknown {
  if (!(first instanceof AwsError && second instanceof Error)) return first;
  const message = `${first.message} ${parts.error.stillThere(second.message)}`;
  return new AwsError(first.name, message, first.status, first.requestId);
}
