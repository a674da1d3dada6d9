import { expect, it } from 'vitest';
import { canaryDraft, canaryPatches, promotionPatches } from './canary-patches.ts';

const stage = {
  deploymentId: 'old',
  canarySettings: { deploymentId: 'new', percentTraffic: 10, stageVariableOverrides: { a: '1' }, useStageCache: false },
};

it('a canary is made by its percentage, of the stage’s deployment', () => {
  const draft = { ...canaryDraft({ deploymentId: 'old' }), percent: '12.5' };
  expect(canaryPatches({ deploymentId: 'old' }, draft)).toEqual([
    { op: 'replace', path: '/canarySettings/percentTraffic', value: '12.5' },
  ]);
});

it('a canary that is there gets what differs', () => {
  const draft = { ...canaryDraft(stage), overrides: [{ key: 'b', value: '2' }] };
  expect(canaryPatches(stage, draft).slice(1)).toEqual([
    { op: 'remove', path: '/canarySettings/stageVariableOverrides/a' },
    { op: 'replace', path: '/canarySettings/stageVariableOverrides/b', value: '2' },
  ]);
});

it('a promotion copies variables and deployment, and then stops or ends the canary (fact D121)', () => {
  expect(promotionPatches(stage, false)).toEqual([
    { op: 'copy', path: '/variables', from: '/canarySettings/stageVariableOverrides' },
    { op: 'copy', path: '/deploymentId', from: '/canarySettings/deploymentId' },
    { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
  ]);
  expect(promotionPatches(stage, true).at(-1)).toEqual({ op: 'remove', path: '/canarySettings' });
});
