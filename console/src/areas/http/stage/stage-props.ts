import type { Stage } from '../use-http-api.ts';

/** What a part of a stage's page is given. */
export interface StageProps {
  readonly apiId: string;
  readonly stage: Stage;
}
