import { useState } from 'react';
import { EMPTY_POLICY } from '../../../parts/policy-editor/index.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import type { Simulation } from './simulation.ts';

/** What a link brings back: who, which actions, on what. A policy is too long for an address. */
export function useSimulationDraft(): readonly [draft: Simulation, change: (changes: Partial<Simulation>) => void] {
  const [source, setSource] = useQueryParam('source');
  const [actions, setActions] = useQueryParam('actions');
  const [resources, setResources] = useQueryParam('resources');
  const [draft, setDraft] = useState<Simulation>(() => ({
    kind: source === '' ? 'custom' : 'entity',
    source,
    policy: EMPTY_POLICY,
    actions: actions === '' ? [] : actions.split(','),
    resources: resources.replaceAll(',', '\n'),
    resourcePolicy: '',
    context: {},
  }));
  const change = (changes: Partial<Simulation>): void => {
    setDraft((before) => ({ ...before, ...changes }));
    if (changes.source !== undefined) setSource(changes.source);
    if (changes.actions) setActions(changes.actions.join(','));
    if (changes.resources !== undefined) setResources(changes.resources.replaceAll('\n', ','));
  };
  return [draft, change];
}
