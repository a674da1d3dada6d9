import type { Stage } from '../use-stages.ts';

/** What a part of a stage's page is given. */
export interface StageProps {
  readonly apiId: string;
  readonly stage: Stage;
}
