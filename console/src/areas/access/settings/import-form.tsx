import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useAction } from '../../../data/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { OpenApiField } from '../../../parts/openapi-field.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { apiSettings } from '../../../texts/en/api-settings.ts';
import { apis } from '../../../texts/en/apis.ts';
import type { RestApi } from './draft.ts';
import { ImportResult } from './import-result.tsx';

const texts = apiSettings.import;
const MODES = ['merge', 'overwrite'] as const;

/** Makes an API what an OpenAPI definition says, wholly or besides what it has (`PutRestApi`). */
export function ImportForm({ api }: { readonly api: RestApi }): JSX.Element {
  const { id = '', name = '' } = api;
  const [definition, setDefinition] = useState('');
  const [mode, setMode] = useState<(typeof MODES)[number]>('merge');
  const [failOnWarnings, setFailOnWarnings] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState<Output<'apigateway', 'putRestApi'>>();
  const put = useAction('apigateway', 'putRestApi');
  const send = (): void => {
    const body = new TextEncoder().encode(definition);
    put.run({ restApiId: id, mode, failOnWarnings, body }, (updated) => {
      setAsking(false);
      setResult(updated);
    });
  };
  return (
    <SpaceBetween size="l">
      <SaveForm
        header={
          <Header variant="h2" description={texts.description}>
            {texts.title}
          </Header>
        }
        isRunning={put.isRunning}
        error={isAsking ? null : put.error}
        canSave={definition.trim() !== ''}
        saveText={texts.submit}
        cancelText={texts.clear}
        onSave={() => {
          setResult(undefined);
          if (mode === 'overwrite') setAsking(true);
          else send();
        }}
        onCancel={() => {
          setDefinition('');
          setResult(undefined);
          put.reset();
        }}
      >
        <FormField label={texts.mode}>
          <RadioGroup
            value={mode}
            onChange={({ detail }) => setMode(MODES.find((known) => known === detail.value) ?? mode)}
            items={MODES.map((value) => ({ value, ...texts.modes[value] }))}
          />
        </FormField>
        <OpenApiField value={definition} onChange={setDefinition} />
        <Checkbox
          checked={failOnWarnings}
          onChange={({ detail }) => setFailOnWarnings(detail.checked)}
          description={apis.create.import.failOnWarningsDescription}
        >
          {apis.create.import.failOnWarnings}
        </Checkbox>
      </SaveForm>
      {result && <ImportResult apiId={id} warnings={result.warnings ?? []} />}
      {isAsking && (
        <Dialog
          title={texts.confirm.title(name)}
          action={texts.confirm.action}
          isRunning={put.isRunning}
          error={put.error}
          onSubmit={send}
          onDismiss={() => setAsking(false)}
        >
          {texts.confirm.text}
        </Dialog>
      )}
    </SpaceBetween>
  );
}
