/** What a request may cost before a handler sees it; choices of ours, far above what any operation needs. */
export const DECODING_LIMITS = {
  /** Nested lists, maps and structures. */
  depth: 100,
} as const;
