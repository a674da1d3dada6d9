/** The steps of one request. */
export const timeline = {
  noFacts: 'Nothing more is known of this step.',
  at: (ms: string, took: string) => `at ${ms} ms, took ${took} ms`,
  empty: 'empty',
  bytes: (count: number) => `${count} bytes, not kept`,
} as const;
