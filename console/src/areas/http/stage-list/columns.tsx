import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { StageUrl } from '../stage-url.tsx';
import type { Stage } from '../use-http-api.ts';

const { columns: headers, automatic } = httpStages.list;

export function stageColumns(apiId: string, href: (path: string) => string): readonly Column<Stage>[] {
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ StageName }) => StageName,
      cell: ({ StageName = '' }) => (
        <Link href={href(`/apis/${apiId}/stages/${encodeURIComponent(StageName)}`)}>{StageName}</Link>
      ),
      isRowHeader: true,
      minWidth: 120,
    },
    {
      id: 'url',
      header: headers.url,
      value: () => undefined,
      cell: ({ StageName = '' }) => <StageUrl apiId={apiId} stageName={StageName} />,
      minWidth: 260,
    },
    { id: 'deployment', header: headers.deployment, value: ({ DeploymentId }) => DeploymentId, minWidth: 120 },
    {
      id: 'automatic',
      header: headers.automatic,
      value: ({ AutoDeploy }) => (AutoDeploy ? automatic.on : automatic.off),
    },
    {
      id: 'updated',
      header: headers.updated,
      value: ({ LastUpdatedDate }) => LastUpdatedDate?.getTime(),
      cell: ({ LastUpdatedDate }) => <Time date={LastUpdatedDate} />,
      minWidth: 180,
      isMinor: true,
    },
  ];
}
