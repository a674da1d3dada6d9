import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { type Entity, entityCalls } from '../entity/entity-calls.ts';
import { useAttached } from '../entity/use-attached.ts';
import { PolicyChoice } from './policy-choice.tsx';

const texts = iam.permissions.attach;

interface Props {
  readonly entity: Entity;
  onClose(): void;
}

/** Gives an entity managed policies. */
export function AttachPolicies({ entity, onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const attached = useAttached(entity);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // One after another; those that were attached before one failed stay, and attaching them again does nothing.
  const attach = useSteps('iam', async (arns: readonly string[]) => {
    for (const arn of arns) await entityCalls(aws, entity).attach(arn);
  });
  return (
    <Dialog
      title={texts.title(entity.name)}
      action={texts.action}
      size="large"
      isReady={chosen.length > 0}
      isRunning={attach.isRunning}
      error={attach.error}
      onDismiss={onClose}
      onSubmit={() =>
        attach.run(chosen, () => {
          notify({ type: 'success', content: texts.done(chosen.length, entity.name) });
          onClose();
        })
      }
    >
      <PolicyChoice
        title={texts.policies}
        chosen={chosen}
        without={attached.data?.map(({ PolicyArn = '' }) => PolicyArn) ?? []}
        onChange={setChosen}
      />
    </Dialog>
  );
}
