import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { resources as texts } from '../../../texts/en/resources.ts';
import type { TreeResource } from '../use-resources.ts';
import { STANDARD_CORS, writeCors } from './write-cors.ts';

const GATEWAY_RESPONSES = ['DEFAULT_4XX', 'DEFAULT_5XX'];

interface Props {
  readonly apiId: string;
  readonly resource: TreeResource;
  onClose(): void;
}

/** The CORS wizard of a resource. */
export function EnableCors({ apiId, resource, onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const verbs = resource.methods.filter((verb) => verb !== 'OPTIONS');
  const [cors, setCors] = useState({ ...STANDARD_CORS, methods: verbs, gatewayResponses: GATEWAY_RESPONSES });
  const enable = useSteps('apigateway', () => writeCors(aws, { restApiId: apiId, resourceId: resource.id }, cors));
  const save = (): void =>
    enable.run(undefined, (left) => {
      notify({ type: 'success', content: texts.cors.done(resource.path) });
      if (left.length > 0) notify({ type: 'warning', content: texts.cors.left(left.join(', ')) });
      onClose();
    });
  return (
    <Dialog
      title={texts.cors.title}
      action={texts.save}
      isRunning={enable.isRunning}
      error={enable.error}
      onSubmit={save}
      onDismiss={onClose}
    >
      <Box variant="p">{texts.cors.description}</Box>
      <Choice
        label={texts.cors.methods}
        options={verbs}
        chosen={cors.methods}
        onChange={(methods) => setCors({ ...cors, methods })}
      />
      <Choice
        label={texts.cors.gatewayResponses}
        options={GATEWAY_RESPONSES}
        chosen={cors.gatewayResponses}
        onChange={(gatewayResponses) => setCors({ ...cors, gatewayResponses })}
      />
      <FormField label={texts.cors.headers} stretch>
        <Input value={cors.headers} onChange={({ detail }) => setCors({ ...cors, headers: detail.value })} />
      </FormField>
      <FormField label={texts.cors.origin} constraintText={texts.cors.originConstraint} stretch>
        <Input value={cors.origin} onChange={({ detail }) => setCors({ ...cors, origin: detail.value })} />
      </FormField>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  onChange(chosen: string[]): void;
}

function Choice({ label, options, chosen, onChange }: ChoiceProps): JSX.Element {
  const option = (value: string) => ({ value, label: value });
  return (
    <FormField label={label} stretch>
      <Multiselect
        options={options.map(option)}
        selectedOptions={chosen.map(option)}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value = '' }) => value))}
        placeholder={texts.choose}
        empty={texts.nothingToChoose}
      />
    </FormField>
  );
}
