import type { ExplainedValue } from '../../../../src/model/explained-request.ts';

/** A step as it is shown. */
export interface TimelineStep {
  readonly title: string;
  /** What it came to, in a line. */
  readonly summary: string;
  /** What it saw, decided or changed. */
  readonly facts: readonly (readonly [name: string, value: ExplainedValue])[];
  /** Whether the request ended, or was turned away, here. */
  readonly isFailed: boolean;
  /** Milliseconds since the request began; absent where nobody knows. */
  readonly atMs?: number;
}
