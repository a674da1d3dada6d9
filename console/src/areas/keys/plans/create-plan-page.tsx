import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useNavigate } from '../../../routing/index.ts';
import { usagePlans } from '../../../texts/en/usage-plans.ts';
import { PLAN_TRAIL } from '../trail.ts';
import { draftOf, isComplete, planOf } from './plan-draft.ts';
import { PlanFields } from './plan-fields.tsx';
import { planPath } from './use-plans.ts';

const texts = usagePlans.form;
const NEW_PLAN = draftOf({});

/** Makes a usage plan; its stages and keys come next. */
export default function CreatePlanPage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const { value: draft, set } = useDraft(NEW_PLAN);
  const create = useAction('apigateway', 'createUsagePlan');
  return (
    <Page title={texts.create} trail={PLAN_TRAIL}>
      <SaveForm
        isRunning={create.isRunning}
        error={create.error}
        canSave={isComplete(draft)}
        saveText={texts.create}
        onCancel={() => navigate('/usage-plans')}
        onSave={() =>
          create.run(planOf(draft), ({ id = '', name = '' }) => {
            notify({ type: 'success', content: texts.created(name) });
            navigate(`${planPath(id)}?tab=stages`);
          })
        }
      >
        <Container header={<Header variant="h2">{texts.details}</Header>}>
          <PlanFields draft={draft} onChange={set} />
        </Container>
      </SaveForm>
    </Page>
  );
}
