import { mapPatches, type Patch, replacements } from '../../../../data/index.ts';
import { type Pair, pairsOf, recordOf } from '../../../../parts/pair-editor.tsx';
import type { Stage } from '../../use-stages.ts';

/** A canary as its form holds it. */
export interface CanaryDraft {
  /** As it is typed. */
  readonly percent: string;
  readonly deploymentId: string;
  readonly useStageCache: boolean;
  readonly overrides: readonly Pair[];
}

export function canaryDraft({ canarySettings = {}, deploymentId = '' }: Stage): CanaryDraft {
  const { percentTraffic = 0, stageVariableOverrides = {}, useStageCache = false } = canarySettings;
  return {
    percent: String(percentTraffic),
    deploymentId: canarySettings.deploymentId ?? deploymentId,
    useStageCache,
    overrides: pairsOf(stageVariableOverrides),
  };
}

/** What makes a stage's canary as the draft says, or makes one: setting anything of it does. */
export function canaryPatches(stage: Stage, draft: CanaryDraft): readonly Patch[] {
  const saved = canaryDraft(stage);
  const overrides = stage.canarySettings?.stageVariableOverrides ?? {};
  const percent: Patch = {
    op: 'replace',
    path: '/canarySettings/percentTraffic',
    value: draft.percent,
  };
  return [
    percent,
    ...replacements(
      { deploymentId: saved.deploymentId, useStageCache: saved.useStageCache },
      { deploymentId: draft.deploymentId, useStageCache: draft.useStageCache },
      { deploymentId: '/canarySettings/deploymentId', useStageCache: '/canarySettings/useStageCache' },
    ),
    ...mapPatches('/canarySettings/stageVariableOverrides', overrides, recordOf(draft.overrides), 'replace'),
  ];
}

/** Gives the stage what its canary has (guide, "Promote a canary release"). */
export function promotionPatches({ canarySettings = {} }: Stage, isLast: boolean): readonly Patch[] {
  const hasOverrides = Object.keys(canarySettings.stageVariableOverrides ?? {}).length > 0;
  return [
    ...(hasOverrides
      ? [{ op: 'copy', path: '/variables', from: '/canarySettings/stageVariableOverrides' } as const]
      : []),
    { op: 'copy', path: '/deploymentId', from: '/canarySettings/deploymentId' },
    isLast
      ? { op: 'remove', path: '/canarySettings' }
      : { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
  ];
}
