import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { KeyValues } from '../../../parts/key-values.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { accessSimulator as texts } from '../../../texts/en/access-simulator.ts';
import { DecidingStatements } from './deciding-statements.tsx';
import type { AccessAnswer } from './use-access.ts';

const LOOKS: Readonly<Record<AccessAnswer['decision'], AlertProps.Type>> = {
  allowed: 'success',
  explicitDeny: 'error',
  implicitDeny: 'error',
  depends: 'info',
};

/** What was decided, by what, and about whom. */
export function Decision({ answer }: { readonly answer: AccessAnswer }): JSX.Element {
  const { decision, caller, missingKeys } = answer;
  const { title, text } = texts.decisions[decision];
  return (
    <Container header={<Header variant="h2">{texts.result}</Header>}>
      <SpaceBetween size="l">
        <Alert type={LOOKS[decision]} header={title}>
          {answer.note ?? text}
        </Alert>
        <KeyValues
          columns={2}
          pairs={[
            [texts.callerArn, caller.arn ?? texts.anonymous],
            [texts.methodFound, texts.methodWith(answer.resourcePath, answer.authorizationType)],
            [texts.action, answer.action],
            [texts.resource, answer.resource],
          ]}
        />
        <DecidingStatements answer={answer} />
        <NamedValues
          title={texts.sources}
          empty={texts.noSources}
          nameHeader={texts.source}
          valueHeader={texts.result}
          values={answer.sources.map(({ source, says }) => [source, <Says key={source} says={says} />])}
        />
        {missingKeys.length > 0 && (
          <div>
            <Box variant="h3">{texts.missing}</Box>
            <Box color="text-body-secondary">{texts.missingHint}</Box>
            {missingKeys.join(', ')}
          </div>
        )}
        <ExpandableSection headerText={texts.used} variant="footer">
          <KeyValues columns={2} pairs={Object.entries(answer.keys)} />
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

function Says({ says }: { readonly says: string }): JSX.Element {
  return <StatusIndicator type={says === 'allowed' ? 'success' : 'error'}>{texts.says[says] ?? says}</StatusIndicator>;
}
