import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Choice } from '../../parts/choice.tsx';
import { monitor } from '../../texts/en/monitor.ts';
import type { MonitoredApi } from './use-monitored-apis.ts';
import { useStageNames } from './use-stage-names.ts';

const texts = monitor.filter;

interface Props {
  readonly apis: readonly MonitoredApi[];
  /** Empty for all. */
  readonly apiId: string;
  readonly stage: string;
  /** Absent where the page is one API's. */
  onApi?(apiId: string): void;
  onStage(stage: string): void;
}

/** Which API, and which of its stages. */
export function ApiStageFilter({ apis, apiId, stage, onApi, onStage }: Props): JSX.Element {
  const stages = useStageNames(apis.find(({ id }) => id === apiId));
  const apiOptions = apis.map(({ id, name }) => ({ value: id, label: name, description: id }));
  return (
    <SpaceBetween direction="horizontal" size="s">
      {onApi && <Choice label={texts.api} all={texts.allApis} options={apiOptions} selected={apiId} onSelect={onApi} />}
      {apiId !== '' && (
        <Choice
          label={texts.stage}
          all={texts.allStages}
          options={stages.map((name) => ({ value: name, label: name }))}
          selected={stage}
          onSelect={onStage}
        />
      )}
    </SpaceBetween>
  );
}
