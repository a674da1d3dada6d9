import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { type JSX, useState } from 'react';
import { orUndo, useSteps } from '../../data/index.ts';
import { useNotify } from '../../page/index.ts';
import { SaveForm } from '../../parts/save-form.tsx';
import { useNavigate } from '../../routing/index.ts';
import { useAws } from '../../session/index.ts';
import { resources as texts } from '../../texts/en/resources.ts';
import { STANDARD_CORS, writeCors } from './cors/write-cors.ts';
import type { TreeResource } from './use-resources.ts';

interface Props {
  readonly apiId: string;
  readonly resources: readonly TreeResource[];
  /** Below which it is made, unless another is chosen. */
  readonly parent: TreeResource;
}

/** Makes a resource; a proxy resource takes all that follows in the path. */
export function CreateResource({ apiId, resources, parent }: Props): JSX.Element {
  const aws = useAws();
  const navigate = useNavigate();
  const notify = useNotify();
  const [parentId, setParentId] = useState(parent.id);
  const [pathPart, setPathPart] = useState('');
  const [isProxy, setProxy] = useState(false);
  const [withCors, setWithCors] = useState(false);
  const create = useSteps('apigateway', async () => {
    const made = await aws.call('apigateway', 'createResource', { restApiId: apiId, parentId, pathPart });
    const place = { restApiId: apiId, resourceId: made.id ?? '' };
    if (!withCors) return made;
    await orUndo(
      () => writeCors(aws, place, STANDARD_CORS),
      () => aws.call('apigateway', 'deleteResource', place),
    );
    return made;
  });
  const options = resources.map(({ id, path }) => ({ value: id, label: path }));
  const save = (): void =>
    create.run(undefined, ({ id = '', path = '' }) => {
      notify({ type: 'success', content: texts.created(path) });
      navigate(`/apis/${apiId}/resources/${id}`);
    });
  return (
    <SaveForm
      saveText={texts.createResource.submit}
      canSave={pathPart.trim() !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSave={save}
      onCancel={() => navigate(`/apis/${apiId}/resources/${parent.id}`)}
    >
      <Container header={<Header variant="h2">{texts.createResource.title}</Header>}>
        <SpaceBetween size="l">
          <Toggle
            checked={isProxy}
            onChange={({ detail }) => {
              setProxy(detail.checked);
              setPathPart(detail.checked ? '{proxy+}' : '');
            }}
            description={texts.createResource.proxyDescription}
          >
            {texts.createResource.proxy}
          </Toggle>
          <FormField label={texts.createResource.parent}>
            <Select
              selectedOption={options.find(({ value }) => value === parentId) ?? null}
              onChange={({ detail }) => setParentId(detail.selectedOption.value ?? parent.id)}
              options={options}
              filteringType="auto"
              virtualScroll
            />
          </FormField>
          <FormField label={texts.createResource.name} constraintText={texts.createResource.nameConstraint}>
            <Input value={pathPart} onChange={({ detail }) => setPathPart(detail.value)} autoFocus spellcheck={false} />
          </FormField>
          <Checkbox
            checked={withCors}
            onChange={({ detail }) => setWithCors(detail.checked)}
            description={texts.createResource.corsDescription}
          >
            {texts.createResource.cors}
          </Checkbox>
        </SpaceBetween>
      </Container>
    </SaveForm>
  );
}
