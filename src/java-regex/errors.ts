/** The pattern is none that Java would take, or uses a construct that this engine refuses by name. */
export class JavaRegexSyntaxError extends Error {
  override readonly name = 'JavaRegexSyntaxError';
  readonly offset: number;

  constructor(problem: string, pattern: string, offset: number) {
    super(`${problem} near index ${offset} of the regular expression ${pattern}`);
    this.offset = offset;
  }
}

/** The match took more steps, or deeper ones, or gave a longer result than `JAVA_REGEX_LIMITS` allows. */
export class JavaRegexLimitError extends Error {
  override readonly name = 'JavaRegexLimitError';

  constructor(pattern: string) {
    super(`The regular expression ${pattern} takes too many steps on this text, or makes it too long.`);
  }
}
