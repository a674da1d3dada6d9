import type { JSX } from 'react';
import type { AwsClient } from '../../../aws/index.ts';
import { mapped } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { policies } from '../../../texts/en/policies.ts';
import { DeleteEntity } from '../entity/delete-entity.tsx';
import { entityCalls } from '../entity/entity-calls.ts';
import { type PolicyUse, readUses, readVersions, usePolicyUses, useVersions } from './use-policy.ts';

const texts = policies.delete;

interface Props {
  readonly arn: string;
  onClose(): void;
  onDeleted(): void;
}

/** Deletes a policy with all its versions, taken from whoever has it. Whose boundary it is keeps it, and it stays. */
export function DeletePolicy({ arn, onClose, onDeleted }: Props): JSX.Element {
  const aws = useAws();
  const uses = usePolicyUses(arn);
  const namesOf = (as: PolicyUse['as']) =>
    mapped(uses, (all) => all.filter((use) => use.as === as).map(({ kind, name }) => `${iam.kinds[kind]} ${name}`));
  const first = [
    { what: texts.attached, query: namesOf('permissions') },
    { what: texts.boundary, query: namesOf('boundary') },
    {
      what: policies.versions.title,
      query: mapped(useVersions(arn), (all) =>
        all.filter(({ IsDefaultVersion }) => !IsDefaultVersion).map(({ VersionId = '' }) => VersionId),
      ),
    },
  ];
  return (
    <DeleteEntity
      title={texts.title}
      name={arn.slice(arn.lastIndexOf('/') + 1)}
      consequence={texts.consequence}
      first={first}
      steps={() => deletePolicy(aws, arn)}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  );
}

async function deletePolicy(aws: AwsClient, PolicyArn: string): Promise<void> {
  const uses = await readUses(aws, PolicyArn);
  // To take a boundary away gives rights; that is for whoever set it. IAM refuses, and nothing is detached for nothing.
  if (uses.every(({ as }) => as === 'permissions')) {
    for (const use of uses) await entityCalls(aws, use).detach(PolicyArn);
    for (const { VersionId = '', IsDefaultVersion } of await readVersions(aws, PolicyArn)) {
      if (!IsDefaultVersion) await aws.call('iam', 'deletePolicyVersion', { PolicyArn, VersionId });
    }
  }
  await aws.call('iam', 'deletePolicy', { PolicyArn });
}
