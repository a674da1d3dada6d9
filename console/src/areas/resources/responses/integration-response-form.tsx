import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { TemplatesEditor } from '../../../parts/templates-editor/index.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { ContentHandlingField } from '../integration/content-handling-field.tsx';
import type { Method, MethodPlace } from '../method/use-method.ts';

interface Props {
  readonly place: MethodPlace;
  /** Those of the method's responses: an integration response needs one. */
  readonly statuses: readonly string[];
  /** Absent for a new one. */
  readonly response?: NonNullable<NonNullable<Method['methodIntegration']>['integrationResponses']>[string];
  onClose(): void;
}

/** Makes or changes an integration response; `PutIntegrationResponse` does both. */
export function IntegrationResponseForm({ place, statuses, response, onClose }: Props): JSX.Element {
  const put = useAction('apigateway', 'putIntegrationResponse');
  const [draft, setDraft] = useState({
    statusCode: response?.statusCode ?? '',
    selectionPattern: response?.selectionPattern ?? '',
    contentHandling: response?.contentHandling ?? '',
    responseParameters: response?.responseParameters ?? {},
    responseTemplates: response?.responseTemplates ?? {},
  });
  const set = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }));
  const { statusCode, selectionPattern, contentHandling, responseParameters, responseTemplates } = draft;
  const save = (): void =>
    put.run(
      {
        ...place,
        statusCode,
        responseParameters,
        responseTemplates,
        ...(selectionPattern !== '' && { selectionPattern }),
        ...(contentHandling !== '' && { contentHandling }),
      },
      onClose,
    );
  return (
    <SaveForm isRunning={put.isRunning} error={put.error} canSave={statusCode !== ''} onSave={save} onCancel={onClose}>
      {!response && (
        <FormField label={texts.integrationResponse.status} description={texts.integrationResponse.statusDescription}>
          <Select
            selectedOption={statusCode === '' ? null : { value: statusCode }}
            onChange={({ detail }) => set({ statusCode: detail.selectedOption.value ?? '' })}
            options={statuses.map((value) => ({ value }))}
            placeholder={texts.choose}
            empty={texts.nothingToChoose}
          />
        </FormField>
      )}
      <FormField
        label={texts.integrationResponse.pattern}
        description={texts.integrationResponse.patternDescription}
        stretch
      >
        <Input
          value={selectionPattern}
          onChange={({ detail }) => set({ selectionPattern: detail.value })}
          spellcheck={false}
        />
      </FormField>
      <ContentHandlingField value={contentHandling} onChange={(chosen) => set({ contentHandling: chosen })} />
      <FormField label={texts.integrationResponse.headers} stretch>
        <MapEditor
          value={responseParameters}
          onChange={(changed) => set({ responseParameters: changed })}
          nameLabel={texts.integrationResponse.headerName}
          valueLabel={texts.integration.mappedFrom}
          valuePlaceholder="integration.response.header.name"
          addText={texts.integrationResponse.addHeader}
          emptyText={texts.integrationResponse.noHeaders}
          initial=""
        />
      </FormField>
      <TemplatesEditor
        apiId={place.restApiId}
        side="response"
        value={responseTemplates}
        onChange={(changed) => set({ responseTemplates: changed })}
      />
    </SaveForm>
  );
}
