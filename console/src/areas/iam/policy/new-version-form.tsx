import Checkbox from '@cloudscape-design/components/checkbox';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { isPolicy, PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useAws } from '../../../session/index.ts';
import { policies } from '../../../texts/en/policies.ts';
import { useVersions } from './use-policy.ts';

const texts = policies.edit;
/** IAM user guide, "IAM and AWS STS quotas". */
const VERSIONS_PER_POLICY = 5;

interface Props {
  readonly arn: string;
  readonly saved: string;
  onClose(): void;
}

/** Writes the next version of a policy. */
export function NewVersionForm({ arn: PolicyArn, saved, onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const versions = useVersions(PolicyArn);
  const [text, setText] = useState(saved);
  const [isDefault, setDefault] = useState(true);
  const [mayDelete, setMayDelete] = useState(false);
  const isFull = (versions.data?.length ?? 0) >= VERSIONS_PER_POLICY;
  const oldest = isFull ? versions.data?.findLast(({ IsDefaultVersion }) => !IsDefaultVersion)?.VersionId : undefined;
  const save = useSteps('iam', async () => {
    if (oldest !== undefined) await aws.call('iam', 'deletePolicyVersion', { PolicyArn, VersionId: oldest });
    const input = { PolicyArn, PolicyDocument: text, SetAsDefault: isDefault };
    return (await aws.call('iam', 'createPolicyVersion', input)).PolicyVersion?.VersionId ?? '';
  });
  return (
    <SaveForm
      isRunning={save.isRunning}
      error={save.error}
      canSave={text !== saved && isPolicy(text, 'identity') && (oldest === undefined || mayDelete)}
      onCancel={onClose}
      onSave={() =>
        save.run(undefined, (versionId) => {
          notify({ type: 'success', content: texts.done(versionId) });
          onClose();
        })
      }
    >
      <PolicyEditor
        kind="identity"
        label={policies.document}
        value={text}
        onChange={setText}
        minLines={12}
        maxLines={40}
      />
      <Checkbox
        checked={isDefault}
        description={texts.defaultHint}
        onChange={({ detail }) => setDefault(detail.checked)}
      >
        {texts.default}
      </Checkbox>
      {oldest !== undefined && (
        <Checkbox
          checked={mayDelete}
          description={texts.fullHint(VERSIONS_PER_POLICY)}
          onChange={({ detail }) => setMayDelete(detail.checked)}
        >
          {texts.full(oldest)}
        </Checkbox>
      )}
    </SaveForm>
  );
}
