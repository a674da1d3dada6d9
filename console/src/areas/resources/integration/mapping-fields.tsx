import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { TemplatesEditor } from '../../../parts/templates-editor/index.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { ContentHandlingField } from './content-handling-field.tsx';
import type { Draft } from './integration.ts';
import type { DraftProps } from './kind-fields.tsx';

const PASSTHROUGH = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;

interface Props extends DraftProps {
  readonly apiId: string;
  /** `method.request.…` names that may be part of the cache's key. */
  readonly cacheable: readonly string[];
}

/** How a request becomes the backend's: time, parameters, templates, cache keys. A proxy leaves most of it to the backend. */
export function MappingFields({ draft, onChange, apiId, cacheable }: Props): JSX.Element {
  const { kind, isProxy } = draft;
  const set = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  return (
    <SpaceBetween size="l">
      {kind !== 'mock' && (
        <FormField label={texts.integration.timeout} constraintText={texts.integration.timeoutConstraint}>
          <Input
            type="number"
            value={draft.timeoutInMillis}
            onChange={({ detail }) => set({ timeoutInMillis: detail.value })}
          />
        </FormField>
      )}
      {isProxy && kind !== 'mock' && kind !== 'aws' && (
        <Checkbox
          checked={draft.isStreamed}
          onChange={({ detail }) => set({ isStreamed: detail.checked })}
          description={texts.integration.streamDescription}
        >
          {texts.integration.stream}
        </Checkbox>
      )}
      {(kind !== 'lambda' || !isProxy) && (
        <ExpandableSection headerText={texts.integration.parameters} variant="footer">
          <MapEditor
            value={draft.requestParameters}
            onChange={(requestParameters) => set({ requestParameters })}
            nameLabel={texts.integration.parameterName}
            valueLabel={texts.integration.mappedFrom}
            valuePlaceholder="method.request.querystring.name"
            addText={texts.integration.addParameter}
            emptyText={texts.integration.noParameters}
            initial=""
          />
        </ExpandableSection>
      )}
      {cacheable.length > 0 && (
        <FormField label={texts.integration.cacheKeys} description={texts.integration.cacheKeysDescription} stretch>
          <Multiselect
            options={cacheable.map((value) => ({ value, label: value }))}
            selectedOptions={draft.cacheKeyParameters.map((value) => ({ value, label: value }))}
            onChange={({ detail }) =>
              set({ cacheKeyParameters: detail.selectedOptions.map(({ value = '' }) => value) })
            }
            placeholder={texts.choose}
          />
        </FormField>
      )}
      {(!isProxy || kind === 'mock' || kind === 'aws') && (
        <SpaceBetween size="l">
          <FormField label={texts.integration.passthrough}>
            <RadioGroup
              value={draft.passthroughBehavior}
              onChange={({ detail }) => set({ passthroughBehavior: detail.value })}
              items={PASSTHROUGH.map((value) => ({ value, ...texts.integration.passthroughs[value] }))}
            />
          </FormField>
          <ContentHandlingField value={draft.contentHandling} onChange={(chosen) => set({ contentHandling: chosen })} />
          <TemplatesEditor
            apiId={apiId}
            side="request"
            value={draft.requestTemplates}
            onChange={(requestTemplates) => set({ requestTemplates })}
          />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
