import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CopyText } from '../../../parts/copy-text.tsx';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { parts } from '../../../texts/en/parts.ts';
import type { Deployment, Stage } from '../use-http-api.ts';

const { columns: headers, automatic } = httpStages.deployments;

/** A deployment and the names of the stages that serve it. */
interface DeploymentRow extends Deployment {
  readonly stages: readonly string[];
}

/** The latest first; times are whole seconds, and those of one second stay as they are listed. */
export function deploymentRows(deployments: readonly Deployment[], stages: readonly Stage[]): readonly DeploymentRow[] {
  return deployments
    .toSorted((a, b) => (b.CreatedDate?.getTime() ?? 0) - (a.CreatedDate?.getTime() ?? 0))
    .map((deployment) => ({
      ...deployment,
      stages: stages
        .filter(({ DeploymentId }) => DeploymentId === deployment.DeploymentId)
        .map(({ StageName = '' }) => StageName),
    }));
}

export function deploymentColumns(apiId: string, href: (path: string) => string): readonly Column<DeploymentRow>[] {
  return [
    {
      id: 'id',
      header: headers.id,
      value: ({ DeploymentId }) => DeploymentId,
      cell: ({ DeploymentId = '' }) => <CopyText text={DeploymentId} />,
      isRowHeader: true,
      minWidth: 140,
    },
    {
      id: 'created',
      header: headers.created,
      value: ({ CreatedDate }) => CreatedDate?.getTime(),
      cell: ({ CreatedDate }) => <Time date={CreatedDate} />,
      minWidth: 180,
    },
    {
      id: 'stages',
      header: headers.stages,
      value: ({ stages }) => stages.join(' ') || undefined,
      cell: ({ stages }) =>
        stages.length === 0 ? (
          parts.none
        ) : (
          <SpaceBetween direction="horizontal" size="xs">
            {stages.map((name) => (
              <Link key={name} href={href(`/apis/${apiId}/stages/${encodeURIComponent(name)}`)}>
                {name}
              </Link>
            ))}
          </SpaceBetween>
        ),
      minWidth: 140,
    },
    {
      id: 'automatic',
      header: headers.automatic,
      value: ({ AutoDeployed }) => (AutoDeployed ? automatic.on : automatic.off),
      minWidth: 120,
      isMinor: true,
    },
    { id: 'description', header: http.description, value: ({ Description }) => Description, minWidth: 200 },
  ];
}
