import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, mostly waiting: started last, they would be all that is left to wait for. */
const LONG = [/\/test\/terraform\//, /\/test\/alarms\//];

/** Lets files that wait for minutes begin first; all others come in Vitest's order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((pattern) => pattern.test(moduleId));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
