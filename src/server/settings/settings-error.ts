import { StartError } from '../start-error.ts';

/** Settings are unknown or wrong. The message has a line for each problem. */
export class SettingsError extends StartError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}
