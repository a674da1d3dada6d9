import type { Surroundings } from '../server/index.ts';

/** What a command has to do with the outside. */
export interface CommandIo extends Surroundings {
  /** Prints to standard output; the text ends its own lines. */
  print(text: string): void;
}
