import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import { PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { simulator as texts } from '../../../texts/en/policy-simulator.ts';
import type { Simulation } from './simulation.ts';

interface Props {
  readonly draft: Simulation;
  onChange(changes: Partial<Simulation>): void;
}

/** What the actions are done to, and the policy that it has itself. */
export function ResourceFields({ draft, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <FormField label={texts.resources} description={texts.resourcesHint}>
        <Textarea
          value={draft.resources}
          placeholder="*"
          rows={3}
          spellcheck={false}
          onChange={({ detail }) => onChange({ resources: detail.value })}
        />
      </FormField>
      <ExpandableSection headerText={texts.resourcePolicy} headerDescription={texts.resourcePolicyHint}>
        <PolicyEditor
          kind="resource"
          label={texts.resourcePolicy}
          value={draft.resourcePolicy}
          onChange={(resourcePolicy) => onChange({ resourcePolicy })}
        />
      </ExpandableSection>
    </SpaceBetween>
  );
}
