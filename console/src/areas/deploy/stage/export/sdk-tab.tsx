import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type JSX, useState } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { download, fileName } from '../../../../parts/download.ts';
import { ErrorAlert } from '../../../../parts/error-alert.tsx';
import { QueryState } from '../../../../parts/query-state.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { deploy } from '../../../../texts/en/deploy.ts';
import type { StageProps } from '../stage-props.ts';
import { type SdkType, useSdkTypes } from './use-sdk-types.ts';

const texts = deploy.sdk;

/** Clients that can be generated. */
export function SdkTab(props: StageProps): JSX.Element {
  const types = useSdkTypes();
  const [id, setId] = useQueryParam('sdk');
  return (
    <Container
      header={
        <Header variant="h2" description={texts.hint}>
          {texts.title}
        </Header>
      }
    >
      <QueryState query={types}>
        {(known) => {
          const type = known.find((each) => each.id === id) ?? known[0];
          return type && <SdkForm key={type.id} {...props} types={known} type={type} onType={setId} />;
        }}
      </QueryState>
    </Container>
  );
}

interface FormProps extends StageProps {
  readonly types: readonly SdkType[];
  readonly type: SdkType;
  onType(id: string): void;
}

function SdkForm({ apiId, stage: { stageName = '' }, types, type, onType }: FormProps): JSX.Element {
  const generate = useAction('apigateway', 'getSdk');
  const notify = useNotify();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const value = (name: string, otherwise = ''): string => typed[name] ?? otherwise;
  const given = type.properties
    .map(({ name, defaultValue }) => [name, value(name, defaultValue)] as const)
    .filter(([, text]) => text !== '');
  const options = types.map(({ id, name, description }) => ({ value: id, label: name, description }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = { restApiId: apiId, stageName, sdkType: type.id, parameters: Object.fromEntries(given) };
    generate.run(input, ({ body, contentDisposition }) => {
      const file = fileName(contentDisposition, `${type.id}.zip`);
      if (body) download(body, file);
      notify({ type: 'success', content: texts.done(file) });
    });
  };
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <Button variant="primary" iconName="download" loading={generate.isRunning}>
            {texts.generate}
          </Button>
        }
      >
        <SpaceBetween size="l">
          <FormField label={texts.platform}>
            <Select
              options={options}
              selectedOption={options.find((option) => option.value === type.id) ?? null}
              onChange={({ detail }) => onType(detail.selectedOption.value ?? '')}
            />
          </FormField>
          {type.properties.map(({ name, label, description, isRequired, defaultValue }) => (
            <FormField
              key={name}
              label={
                <>
                  {label} <i>- {isRequired ? texts.required : texts.optional}</i>
                </>
              }
              description={description}
            >
              <Input
                value={value(name, defaultValue)}
                onChange={({ detail }) => setTyped({ ...typed, [name]: detail.value })}
                ariaRequired={isRequired}
                autoComplete={false}
              />
            </FormField>
          ))}
          {generate.error && <ErrorAlert error={generate.error} />}
        </SpaceBetween>
      </Form>
    </form>
  );
}
