import type { JSX } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { policies } from '../../../texts/en/policies.ts';

interface Props {
  readonly arn: string;
  readonly versionId: string;
  readonly change: 'default' | 'delete';
  onClose(): void;
}

/** Makes a version the one that counts, or deletes one that does not. */
export function ChangeVersion({ arn: PolicyArn, versionId, change, onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const texts = policies.versions[change];
  const run = useSteps('iam', (): Promise<unknown> => {
    const input = { PolicyArn, VersionId: versionId };
    if (change === 'default') return aws.call('iam', 'setDefaultPolicyVersion', input);
    return aws.call('iam', 'deletePolicyVersion', input);
  });
  return (
    <Dialog
      title={texts.title(versionId)}
      action={texts.action}
      isRunning={run.isRunning}
      error={run.error}
      onDismiss={onClose}
      onSubmit={() =>
        run.run(undefined, () => {
          notify({ type: 'success', content: texts.done(versionId) });
          onClose();
        })
      }
    >
      {texts.text}
    </Dialog>
  );
}
