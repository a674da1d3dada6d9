import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { JSX } from 'react';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Moment } from '../../../parts/period/index.ts';
import { system } from '../../../texts/en/system.ts';
import type { System } from './use-system.ts';

const texts = system.scaling;

/** How the number of workers changed, and why. */
export function Scaling({ scaling }: { readonly scaling: System['scaling'] }): JSX.Element {
  const { minWorkers, maxWorkers, grown, shrunk, replaced, decisions } = scaling;
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <SpaceBetween size="l">
        <KeyValues
          columns={4}
          pairs={[
            [texts.limits, texts.range(minWorkers, maxWorkers)],
            [texts.grown, String(grown)],
            [texts.shrunk, String(shrunk)],
            [texts.replaced, String(replaced)],
          ]}
        />
        <Table
          variant="embedded"
          items={decisions}
          trackBy="at"
          ariaLabels={{ tableLabel: texts.decisions }}
          empty={texts.empty}
          columnDefinitions={[
            { id: 'time', header: texts.time, cell: ({ at }) => <Moment atMs={Date.parse(at)} />, minWidth: 170 },
            { id: 'change', header: texts.change, cell: ({ from, to }) => texts.fromTo(from, to), minWidth: 100 },
            { id: 'reason', header: texts.reason, cell: ({ reason }) => reason, isRowHeader: true, minWidth: 300 },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}
