import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate, usePageParams } from '../../../routing/index.ts';
import { accessSimulator as texts } from '../../../texts/en/access-simulator.ts';
import { CallerField } from './caller-field.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { Decision } from './decision.tsx';
import { type Draft, draftFrom, isComplete, linkOf, NEW_DRAFT, questionOf } from './question.ts';
import { RequestFields } from './request-fields.tsx';
import { useAccess } from './use-access.ts';

/** Who may call what, by `/_sallyport/access`; a link carries the question, and is answered at once. */
export default function AccessSimulatorPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const [linked] = useState(() => draftFrom(new URLSearchParams(location.search)));
  const [draft, setDraft] = useState(linked ?? NEW_DRAFT);
  const [asked, setAsked] = useState(linked);
  const [clearings, setClearings] = useState(0);
  const access = useAccess(asked && questionOf(asked, apiId));
  const set = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const own = `/apis/${apiId}/access-simulator`;
  const ask = (): void => {
    navigate(`${own}?${linkOf(draft)}`, { replace: true });
    if (draft === asked) access.refetch();
    else setAsked(draft);
  };
  const clear = (): void => {
    navigate(own, { replace: true });
    setDraft(NEW_DRAFT);
    setAsked(undefined);
    setClearings(clearings + 1);
  };
  return (
    <Page title={texts.title} description={texts.description} trail={trail}>
      <SpaceBetween size="l">
        <SaveForm
          header={<Header variant="h2">{texts.question}</Header>}
          isRunning={access.isFetching}
          error={access.error}
          canSave={isComplete(draft)}
          saveText={texts.run}
          cancelText={texts.clear}
          onSave={ask}
          onCancel={clear}
        >
          <CallerField draft={draft} set={set} />
          <RequestFields apiId={apiId} draft={draft} set={set} />
          <ConditionFields key={clearings} draft={draft} set={set} />
        </SaveForm>
        {access.data && <Decision answer={access.data} />}
      </SpaceBetween>
    </Page>
  );
}
