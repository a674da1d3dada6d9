import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { type AttachedPolicy, type Entity, entityCalls } from '../entity/entity-calls.ts';

const texts = iam.permissions.detach;

interface Props {
  readonly entity: Entity;
  readonly policy: AttachedPolicy;
  onClose(): void;
}

/** Takes a managed policy from an entity; the policy stays. */
export function DetachPolicy({ entity, policy, onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const { PolicyArn = '', PolicyName = '' } = policy;
  const detach = useSteps('iam', () => entityCalls(aws, entity).detach(PolicyArn));
  return (
    <Dialog
      title={texts.title(PolicyName)}
      action={texts.action}
      isRunning={detach.isRunning}
      error={detach.error}
      onDismiss={onClose}
      onSubmit={() =>
        detach.run(undefined, () => {
          notify({ type: 'success', content: texts.done(PolicyName) });
          onClose();
        })
      }
    >
      {texts.text(entity.name)}
    </Dialog>
  );
}
