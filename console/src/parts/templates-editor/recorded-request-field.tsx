import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useOwn } from '../../data/index.ts';
import { useAws } from '../../session/index.ts';
import { parts as texts } from '../../texts/en/parts.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { type RecordedStep, type Side, sampleOf } from './recorded.ts';
import type { Sample } from './sample.ts';

interface Recorded {
  readonly requests: readonly {
    readonly requestId: string;
    readonly httpMethod: string;
    readonly path: string;
    readonly status: number;
    readonly requestTimeEpoch: number;
  }[];
}

interface Props {
  readonly apiId: string;
  readonly side: Side;
  readonly sample: Sample;
  onSample(sample: Sample): void;
}

/** Takes the sample from a request that a stage of the API has served lately. */
export function RecordedRequestField({ apiId, side, sample, onSample }: Props): JSX.Element {
  const aws = useAws();
  const recent = useOwn<Recorded>(`/_sallyport/requests?api=${encodeURIComponent(apiId)}&limit=50`);
  const [chosen, setChosen] = useState('');
  const take = useMutation({
    mutationFn: (id: string) =>
      aws.own<{ readonly steps: readonly RecordedStep[] }>(
        'GET',
        `/_sallyport/requests/${encodeURIComponent(id)}?bodies=true`,
      ),
    onSuccess: ({ steps }) => onSample(sampleOf(steps, side, sample)),
  });
  const options = (recent.data?.requests ?? []).map(({ requestId, httpMethod, path, status, requestTimeEpoch }) => ({
    value: requestId,
    label: `${httpMethod} ${path}`,
    description: texts.templates.recordedAt(status, new Date(requestTimeEpoch).toLocaleTimeString('en')),
  }));
  return (
    <FormField label={texts.templates.recorded} description={texts.templates.recordedDescription} stretch>
      <Select
        selectedOption={options.find(({ value }) => value === chosen) ?? null}
        onChange={({ detail }) => {
          setChosen(detail.selectedOption.value ?? '');
          take.mutate(detail.selectedOption.value ?? '');
        }}
        options={options}
        placeholder={texts.templates.chooseRecorded}
        empty={texts.templates.noneRecorded}
        statusType={recent.isPending ? 'loading' : recent.error ? 'error' : 'finished'}
        errorText={recent.error?.message ?? ''}
      />
      {take.error && <ErrorAlert error={take.error} />}
    </FormField>
  );
}
