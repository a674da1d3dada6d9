import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { simulator as texts } from '../../../texts/en/policy-simulator.ts';
import { trailOf } from '../addresses.ts';
import { ActionsField } from './actions-field.tsx';
import { ContextFields } from './context-fields.tsx';
import { ResourceFields } from './resource-fields.tsx';
import { SimulationResults } from './results.tsx';
import { isWhole, type Simulation } from './simulation.ts';
import { SimulatorForm } from './simulator-form.tsx';
import { SourceFields } from './source-fields.tsx';
import { useSimulation } from './use-simulation.ts';
import { useSimulationDraft } from './use-simulation-draft.ts';

/** What policies say to actions, without doing them: those of somebody, or one that is written here. */
export default function SimulatorPage(): JSX.Element {
  const [draft, change] = useSimulationDraft();
  const [asked, setAsked] = useState<Simulation>();
  const results = useSimulation(asked);
  return (
    <Page title={texts.title} description={texts.hint} trail={trailOf()}>
      <SpaceBetween size="l">
        <SimulatorForm
          isReady={isWhole(draft)}
          isRunning={results.isFetching}
          onRun={() => (draft === asked ? results.refetch() : setAsked(draft))}
        >
          <Container header={<Header variant="h2">{texts.who}</Header>}>
            <SourceFields draft={draft} onChange={change} />
          </Container>
          <Container header={<Header variant="h2">{texts.what}</Header>}>
            <SpaceBetween size="l">
              <ActionsField actions={draft.actions} onChange={(actions) => change({ actions })} />
              <ResourceFields draft={draft} onChange={change} />
            </SpaceBetween>
          </Container>
          <ContextFields draft={draft} onChange={change} />
        </SimulatorForm>
        {/* Of this question, and not of the one before something was changed. */}
        {asked === draft && <SimulationResults results={results} />}
      </SpaceBetween>
    </Page>
  );
}
