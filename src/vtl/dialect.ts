/** What differs between Velocity as it comes and Velocity as API Gateway runs it (docs/decisions/0009). */
export interface Dialect {
  /** What a reference without a value stands for: itself when printed (`source`), or the empty text everywhere. */
  readonly undefinedReference: 'source' | 'empty';
  /** Whether `#macro` defines something; otherwise calls are plain text. */
  readonly macros: boolean;
  /** Whether `#evaluate` is known; otherwise it is plain text. */
  readonly evaluate: boolean;
}

/** Apache Velocity 1.7 with its default settings. */
export const VELOCITY_1_7: Dialect = { undefinedReference: 'source', macros: true, evaluate: true };

/**
 * Velocity 1.7 as recorded on API Gateway: a missing value is the empty text (and so true in `#if`), macros cannot be
 * defined in a template, `#evaluate` is plain text.
 */
export const API_GATEWAY: Dialect = { undefinedReference: 'empty', macros: false, evaluate: false };
