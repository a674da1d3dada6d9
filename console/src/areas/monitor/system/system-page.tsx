import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { Time } from '../../../parts/time.tsx';
import { logs } from '../../../texts/en/logs.ts';
import { system as texts } from '../../../texts/en/system.ts';
import { trailOf } from '../trail.ts';
import { Containment } from './containment.tsx';
import { Disk } from './disk.tsx';
import { Scaling } from './scaling.tsx';
import { type System, useSystem } from './use-system.ts';
import { Workers } from './workers.tsx';

/** The installation: processes, how they are used, how their number changed, functions' walls, the disk. */
export default function SystemPage(): JSX.Element {
  const system = useSystem();
  return (
    <Page title={texts.title} trail={trailOf()} description={texts.description}>
      <SpaceBetween size="l">
        <QueryState query={system}>
          {(data) => (
            <SpaceBetween size="l">
              <Machine system={data} />
              <Workers workers={data.workers} />
              <Scaling scaling={data.scaling} />
              <Disk data={data.data} />
            </SpaceBetween>
          )}
        </QueryState>
        <Containment />
      </SpaceBetween>
    </Page>
  );
}

function Machine({ system }: { readonly system: System }): JSX.Element {
  const { control } = system;
  return (
    <Container header={<Header variant="h2">{texts.machine}</Header>}>
      <KeyValues
        columns={4}
        pairs={[
          [texts.version, system.version],
          [texts.node, system.nodeVersion],
          [texts.platform, system.platform],
          [texts.started, <Time key="started" date={new Date(system.startedAt)} />],
          [texts.processors, String(system.processors)],
          [texts.memory, logs.size(system.memoryBytes)],
          [texts.control, texts.process(control.pid, control.cpu)],
          [texts.controlMemory, logs.size(control.rssBytes)],
        ]}
      />
    </Container>
  );
}
