import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../../page/index.ts';
import { CodeEditor } from '../../../../parts/code-editor/index.tsx';
import { ErrorAlert } from '../../../../parts/error-alert.tsx';
import { PeriodPicker, usePeriod } from '../../../../parts/period/index.ts';
import { useQueryParam } from '../../../../routing/index.ts';
import { logs } from '../../../../texts/en/logs.ts';
import { trailOf } from '../../trail.ts';
import { GroupSelect, useChosenGroups } from '../group-select.tsx';
import { QueryResults } from './query-results.tsx';
import { useInsights } from './use-insights.ts';

const texts = logs.insights;

/** Questions to log groups in the language of Logs Insights. */
export default function InsightsPage(): JSX.Element {
  const [groups, chooseGroups] = useChosenGroups();
  const [kept, keep] = useQueryParam('query');
  const [text, setText] = useState(kept === '' ? texts.examples[0].query : kept);
  const { chosen, choose, period } = usePeriod(0);
  const insights = useInsights();
  const canRun = groups.length > 0 && text.trim() !== '';
  const run = (): void => {
    keep(text);
    insights.run({ text, groups, period });
  };
  return (
    <Page title={texts.title} trail={trailOf()} description={texts.description}>
      <SpaceBetween size="l">
        <Container>
          <SpaceBetween size="m">
            <GroupSelect chosen={groups} onChoose={chooseGroups} />
            <FormField label={texts.query} stretch>
              <CodeEditor label={texts.query} language="text" value={text} onChange={setText} />
            </FormField>
            <SpaceBetween direction="horizontal" size="s" alignItems="center">
              <PeriodPicker chosen={chosen} onChoose={choose} />
              <ButtonDropdown
                items={texts.examples.map(({ name, query }) => ({ id: query, text: name }))}
                onItemClick={({ detail }) => setText(detail.id)}
              >
                {texts.insert}
              </ButtonDropdown>
              <Button variant="primary" disabled={!canRun} loading={insights.isRunning} onClick={run}>
                {texts.run}
              </Button>
              <Button disabled={!insights.isRunning} onClick={insights.stop}>
                {texts.stop}
              </Button>
            </SpaceBetween>
            {groups.length === 0 && <Alert type="info">{texts.chooseGroups}</Alert>}
            {insights.error && <ErrorAlert error={insights.error} />}
          </SpaceBetween>
        </Container>
        {insights.found && <QueryResults answer={insights.found.answer} period={insights.found.query.period} />}
      </SpaceBetween>
    </Page>
  );
}
