import { expect, test } from 'vitest';
import type { StageRef } from '../model/index.ts';
import { createStageDirectory } from './stage-directory.ts';

const scope = { accountId: '000000000000', region: 'us-east-1' };
const dev: StageRef = { apiId: 'a1', stageName: 'dev', scope, revision: 1 };

test('a change is answered only when every subscriber has it, and the list has it before that', async () => {
  const directory = createStageDirectory([]);
  const seen: string[] = [];
  let arrived: () => void = () => undefined;
  directory.subscribe({
    putStage: (ref) =>
      new Promise((resolve) => {
        seen.push(`told ${ref.revision} of ${directory.list().length}`);
        arrived = resolve;
      }),
    removeStage: () => undefined,
    setStages: () => undefined,
    flushStageCache: () => undefined,
  });
  const change = directory.stageChanged(dev).then(() => seen.push('answered'));
  await Promise.resolve();
  expect(seen).toEqual(['told 1 of 1']);
  arrived();
  await change;
  expect(seen).toEqual(['told 1 of 1', 'answered']);
});

test('a later revision replaces the earlier one; a removed stage is gone', async () => {
  const directory = createStageDirectory([dev]);
  await directory.stageChanged({ ...dev, revision: 2 });
  expect(directory.list()).toEqual([{ ...dev, revision: 2 }]);
  await directory.stageRemoved(dev);
  expect(directory.list()).toEqual([]);
});
