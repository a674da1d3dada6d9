import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EditableBox } from '../../../../parts/editable-box.tsx';
import { http } from '../../../../texts/en/http.ts';
import type { IntegrationProps } from '../integration-props.ts';
import { ResponseMappingForm } from './response-mapping-form.tsx';
import { ShownMappings } from './shown-mappings.tsx';

const texts = http.integration.mapping;

/** What is changed of the integration's responses, by their status code. */
export function ResponseMappingBox(props: IntegrationProps): JSX.Element {
  const byStatus = Object.entries(props.integration.ResponseParameters ?? {});
  return (
    <EditableBox
      title={texts.response}
      description={texts.responseHint}
      form={(close) => <ResponseMappingForm {...props} onClose={close} />}
    >
      <SpaceBetween size="l">
        {byStatus.length === 0 ? <ShownMappings title={texts.changes} parameters={undefined} /> : null}
        {byStatus.map(([status, parameters]) => (
          <ShownMappings key={status} title={texts.ofStatus(status)} parameters={parameters} />
        ))}
      </SpaceBetween>
    </EditableBox>
  );
}
