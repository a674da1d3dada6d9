import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type JSX, useEffect, useRef } from 'react';
import type { ExplainedRequest, RequestSummary } from '../../../../src/model/explained-request.ts';
import { useOwn } from '../../data/index.ts';
import { timeFormat } from '../../preferences/index.ts';
import { parts as texts } from '../../texts/en/parts.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { type Side, sampleOf } from './recorded.ts';
import type { Sample } from './sample.ts';

const STYLE = { timeStyle: 'medium' } as const;

interface Props {
  readonly apiId: string;
  readonly side: Side;
  /** The id of the request that is taken, if any. */
  readonly chosen: string;
  onChoose(requestId: string): void;
  readonly sample: Sample;
  onSample(sample: Sample): void;
}

/** Takes the sample from a request that a stage of the API has served lately. */
export function RecordedRequestField({ apiId, side, chosen, onChoose, sample, onSample }: Props): JSX.Element {
  const recent = useOwn<{ readonly requests: readonly RequestSummary[] }>(
    `/_sallyport/requests?api=${encodeURIComponent(apiId)}&limit=50`,
  );
  const taken = useOwn<ExplainedRequest>(`/_sallyport/requests/${encodeURIComponent(chosen)}?bodies=true`, {
    enabled: chosen !== '',
  });
  const latest = useRef({ sample, onSample });
  latest.current = { sample, onSample };
  const { data } = taken;
  useEffect(() => {
    if (data) latest.current.onSample(sampleOf(data, side, latest.current.sample));
  }, [data, side]);
  const options = (recent.data?.requests ?? []).map(({ requestId, httpMethod, path, status, requestTimeEpoch }) => ({
    value: requestId,
    label: `${httpMethod} ${path}`,
    description: texts.templates.recordedAt(status, timeFormat(STYLE).format(requestTimeEpoch)),
  }));
  return (
    <FormField label={texts.templates.recorded} description={texts.templates.recordedDescription} stretch>
      <Select
        // One that an address names may be older than those that are listed.
        selectedOption={options.find(({ value }) => value === chosen) ?? (chosen === '' ? null : { value: chosen })}
        onChange={({ detail }) => onChoose(detail.selectedOption.value ?? '')}
        options={options}
        placeholder={texts.templates.chooseRecorded}
        empty={texts.templates.noneRecorded}
        statusType={recent.isPending ? 'loading' : recent.error ? 'error' : 'finished'}
        errorText={recent.error?.message ?? ''}
      />
      {taken.error && <ErrorAlert error={taken.error} />}
    </FormField>
  );
}
