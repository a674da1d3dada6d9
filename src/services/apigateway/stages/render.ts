import type { Stage } from '../../../model/index.ts';
import type { Out } from '../types.ts';

/** A stage as AWS answers it: dates, and no tags when there are none (recorded). */
export function renderStage({ tags, createdDate, lastUpdatedDate, ...rest }: Stage): Out<'getStage'> {
  return {
    ...rest,
    ...(Object.keys(tags).length > 0 && { tags }),
    createdDate: new Date(createdDate * 1000),
    lastUpdatedDate: new Date(lastUpdatedDate * 1000),
  };
}
