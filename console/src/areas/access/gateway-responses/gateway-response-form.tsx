import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { gatewayResponses } from '../../../texts/en/gateway-responses.ts';
import { draftOf, responseOf } from './draft.ts';
import { TemplatesField } from './templates-field.tsx';
import type { GatewayResponse } from './use-gateway-responses.ts';

const texts = gatewayResponses.form;

interface Props {
  readonly apiId: string;
  readonly response: GatewayResponse;
}

/** Status, headers and bodies of one response; what is saved is the API's own from then on. */
export function GatewayResponseForm({ apiId, response }: Props): JSX.Element {
  const { responseType = '' } = response;
  const draft = useDraft(draftOf(response));
  // An editor of rows keeps them by itself; what was discarded or saved begins anew.
  const [round, setRound] = useState(0);
  const save = useAction('apigateway', 'putGatewayResponse');
  const notify = useNotify();
  const restart = (): void => {
    draft.reset();
    setRound(round + 1);
  };
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged}
      isRunning={save.isRunning}
      error={save.error}
      onDiscard={restart}
      onSave={() =>
        save.run({ restApiId: apiId, responseType, ...responseOf(draft.value) }, () => {
          notify({ type: 'success', content: texts.done(gatewayResponses.names[responseType] ?? responseType) });
          restart();
        })
      }
    >
      <FormField label={texts.status} constraintText={texts.statusConstraint}>
        <Input
          value={draft.value.statusCode}
          onChange={({ detail }) => draft.set({ statusCode: detail.value.trim() })}
          inputMode="numeric"
          autoComplete={false}
        />
      </FormField>
      <FormField label={texts.headers} description={texts.headersDescription} stretch>
        <MapEditor
          key={round}
          value={draft.value.headers}
          onChange={(headers) => draft.set({ headers })}
          nameLabel={texts.header}
          valueLabel={texts.headerValue}
          addText={texts.addHeader}
          emptyText={texts.noHeaders}
          valuePlaceholder="'*'"
          initial=""
        />
      </FormField>
      <TemplatesField value={draft.value.templates} onChange={(templates) => draft.set({ templates })} />
      <ExpandableSection headerText={texts.variables} variant="footer">
        <KeyValues columns={2} pairs={gatewayResponses.variables} />
      </ExpandableSection>
    </EditForm>
  );
}
