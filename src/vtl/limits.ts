export interface TemplateLimits {
  /** Bytes of UTF-8 that a template may have. */
  readonly maxTemplateBytes: number;
  /** Rounds of one `#foreach`; the loop then ends without an error. */
  readonly maxLoopRounds: number;
  /** Characters that a rendering, or one string in it, may have. */
  readonly maxTextLength: number;
  /** Statements run, values printed or compared, characters worked on by methods or searched; stands in for a clock. */
  readonly maxSteps: number;
  /** Blocks, expressions, strings and calls inside each other, in the text and while rendering. */
  readonly maxNesting: number;
}

export const TEMPLATE_LIMITS: TemplateLimits = {
  // Fact D47: API Gateway quotas, "Mapping template size" 300 KB.
  maxTemplateBytes: 300 * 1024,
  // Fact D47: API Gateway quotas, "Number of iterations in a #foreach loop" 1000.
  maxLoopRounds: 1000,
  // The largest payload that API Gateway sends, 10 MB (features A17).
  maxTextLength: 10 * 1024 * 1024,
  // Ours: about a second of one core.
  maxSteps: 10_000_000,
  // Ours: far above what templates use, far below what the stack holds.
  maxNesting: 100,
};
