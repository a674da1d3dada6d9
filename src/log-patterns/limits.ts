export interface LogPatternLimits {
  /** Service model, `FilterPattern`. */
  readonly maxLength: number;
  /** Of a pattern for JSON or space-delimited events ("Supported regular expressions", quotas). */
  readonly maxRegexes: number;
  /** Wildcards (`[*]`, `.*`) of one property selector, and of all of a pattern. */
  readonly maxSelectorWildcards: number;
  readonly maxWildcards: number;
  /** Our own: how deep parentheses may stand in each other. */
  readonly maxNesting: number;
  /** Our own: states of the automaton of a regular expression, its repetitions written out. */
  readonly maxRegexStates: number;
  /** Our own: such states of all regular expressions of a pattern of terms, of which there may be any number. */
  readonly maxTermsStates: number;
  /** Our own: sets of such states that are remembered before all are forgotten. */
  readonly maxRememberedSets: number;
  /** Our own: how often that happens before none are remembered any more. */
  readonly maxTimesForgotten: number;
}

/** CloudWatch Logs user guide, "Filter pattern syntax", where not our own. */
export const LOG_PATTERN_LIMITS: LogPatternLimits = {
  maxLength: 1024,
  maxRegexes: 2,
  maxSelectorWildcards: 1,
  maxWildcards: 3,
  maxNesting: 50,
  maxRegexStates: 256,
  maxTermsStates: 1024,
  maxRememberedSets: 500,
  maxTimesForgotten: 4,
};
