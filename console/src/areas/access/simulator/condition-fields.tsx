import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { HeadersField } from '../../../parts/headers-field.tsx';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { accessSimulator as texts } from '../../../texts/en/access-simulator.ts';
import type { Draft } from './question.ts';

interface Props {
  readonly draft: Draft;
  set(part: Partial<Draft>): void;
}

/** What conditions of policies may ask for besides the address, and a session's own policy. */
export function ConditionFields({ draft, set }: Props): JSX.Element {
  return (
    <ExpandableSection headerText={texts.more} variant="footer">
      <SpaceBetween size="l">
        <HeadersField
          value={draft.headers}
          onChange={(headers) => set({ headers })}
          description={texts.headersHint}
          placeholder="Referer: https://app.example/"
        />
        <FormField label={texts.time} description={texts.timeHint}>
          <Input
            value={draft.time}
            onChange={({ detail }) => set({ time: detail.value.trim() })}
            placeholder="2026-01-31T12:00:00Z"
            autoComplete={false}
          />
        </FormField>
        <FormField label={texts.keys} description={texts.keysHint} stretch>
          <MapEditor
            value={draft.context}
            onChange={(context) => set({ context })}
            nameLabel={texts.key}
            valueLabel={texts.keyValue}
            addText={texts.addKey}
            emptyText={texts.noKeys}
            initial=""
          />
        </FormField>
        {draft.callerKind === 'role' && (
          <FormField label={texts.sessionPolicy} description={texts.sessionPolicyHint} stretch>
            <CodeEditor
              value={draft.sessionPolicy}
              onChange={(sessionPolicy) => set({ sessionPolicy })}
              label={texts.sessionPolicy}
              language="json"
            />
          </FormField>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
