export interface JavaRegexLimits {
  /** Nodes of the pattern tried, over one call of `matches`, `find`, `replaceAll` or `split`. */
  readonly maxSteps: number;
  /** How deep groups may repeat into each other before Java itself would overflow its stack. */
  readonly maxDepth: number;
  /** Steps after which a whole match is begun anew by the automaton, where there is one for the pattern. */
  readonly quickSteps: number;
  /** States of such an automaton. */
  readonly maxStates: number;
  readonly maxPatternLength: number;
  /** UTF-16 units that `replaceAll` may give. */
  readonly maxResultLength: number;
}

/** Our own: about 50 ms of one core, and a stack that Node's default size holds. */
export const JAVA_REGEX_LIMITS: JavaRegexLimits = {
  maxSteps: 2_000_000,
  maxDepth: 1_500,
  quickSteps: 20_000,
  maxStates: 5_000,
  maxPatternLength: 10_000,
  maxResultLength: 16 * 1024 * 1024,
};
