import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CopyText } from '../../../parts/copy-text.tsx';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { deploy } from '../../../texts/en/deploy.ts';
import { parts } from '../../../texts/en/parts.ts';
import type { Deployment } from '../use-deployments.ts';
import type { Stage } from '../use-stages.ts';

const texts = deploy.deployments;

/** A deployment and who serves it. */
export interface DeploymentRow extends Deployment {
  readonly stages: readonly { readonly name: string; readonly isCanary: boolean }[];
}

export function deploymentRows(deployments: readonly Deployment[], stages: readonly Stage[]): readonly DeploymentRow[] {
  const served = new Map<string | undefined, DeploymentRow['stages'][number][]>();
  const note = (id: string | undefined, stage: DeploymentRow['stages'][number]): void => {
    const known = served.get(id);
    if (known) known.push(stage);
    else served.set(id, [stage]);
  };
  for (const { stageName: name = '', deploymentId, canarySettings } of stages) {
    note(deploymentId, { name, isCanary: false });
    if (canarySettings) note(canarySettings.deploymentId, { name, isCanary: true });
  }
  return deployments.map((deployment) => ({ ...deployment, stages: served.get(deployment.id) ?? [] }));
}

export function deploymentColumns(apiId: string, href: (path: string) => string): readonly Column<DeploymentRow>[] {
  const { columns } = texts;
  return [
    {
      id: 'id',
      header: columns.id,
      value: ({ id }) => id,
      cell: ({ id }) => <CopyText text={id} />,
      isRowHeader: true,
      minWidth: 130,
    },
    {
      id: 'created',
      header: columns.created,
      value: ({ created }) => created?.getTime(),
      cell: ({ created }) => <Time date={created} />,
      minWidth: 180,
    },
    {
      id: 'stages',
      header: columns.stages,
      value: ({ stages }) => stages.map(({ name }) => name).join(' '),
      cell: ({ stages }) => (stages.length === 0 ? parts.none : <ServedBy apiId={apiId} stages={stages} href={href} />),
      minWidth: 140,
    },
    { id: 'description', header: columns.description, value: ({ description }) => description },
  ];
}

interface Props extends Pick<DeploymentRow, 'stages'> {
  readonly apiId: string;
  href(path: string): string;
}

function ServedBy({ apiId, stages, href }: Props) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {stages.map(({ name, isCanary }) => (
        <Link key={`${name} ${isCanary}`} href={href(`/apis/${apiId}/stages/${encodeURIComponent(name)}`)}>
          {isCanary ? texts.canaryOf(name) : name}
        </Link>
      ))}
    </SpaceBetween>
  );
}
