import { type JSX, useState } from 'react';
import { EditableBox } from '../../../../parts/editable-box.tsx';
import { SaveForm } from '../../../../parts/save-form.tsx';
import { http } from '../../../../texts/en/http.ts';
import type { IntegrationFormProps, IntegrationProps } from '../integration-props.ts';
import { useUpdateIntegration } from '../use-update-integration.ts';
import { areWhole, changedParameters, mappingsOf } from './mapping.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { ShownMappings } from './shown-mappings.tsx';

const texts = http.integration.mapping;

/** What is changed of requests on their way to the integration. */
export function RequestMappingBox(props: IntegrationProps): JSX.Element {
  return (
    <EditableBox
      title={texts.request}
      description={texts.requestHint}
      form={(close) => <RequestMappingForm {...props} onClose={close} />}
    >
      <ShownMappings title={texts.changes} parameters={props.integration.RequestParameters} />
    </EditableBox>
  );
}

function RequestMappingForm(props: IntegrationFormProps): JSX.Element {
  // As they were when editing began: what comes meanwhile is not what was taken away here.
  const [saved] = useState(props.integration.RequestParameters);
  const [mappings, setMappings] = useState(mappingsOf(saved));
  const update = useUpdateIntegration(props);
  return (
    <SaveForm
      canSave={areWhole(mappings)}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run({ RequestParameters: changedParameters(saved, mappings) })}
      onCancel={props.onClose}
    >
      <MappingEditor
        of={texts.ofRequest}
        mappings={mappings}
        hint={texts.requestTargets}
        targetPlaceholder="header.name"
        valuePlaceholder="$request.header.name"
        onChange={setMappings}
      />
    </SaveForm>
  );
}
