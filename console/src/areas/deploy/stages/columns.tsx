import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { stages } from '../../../texts/en/stages.ts';
import { StageUrl } from '../stage-url.tsx';
import type { Stage } from '../use-stages.ts';

const texts = stages.list;

export function stageColumns(apiId: string, href: (path: string) => string): readonly Column<Stage>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ stageName }) => stageName,
      cell: ({ stageName = '' }) => (
        <Link href={href(`/apis/${apiId}/stages/${encodeURIComponent(stageName)}`)}>{stageName}</Link>
      ),
      isRowHeader: true,
      minWidth: 120,
    },
    {
      id: 'url',
      header: headers.url,
      value: () => undefined,
      cell: ({ stageName = '' }) => <StageUrl apiId={apiId} stageName={stageName} />,
      minWidth: 140,
    },
    { id: 'deployment', header: headers.deployment, value: ({ deploymentId }) => deploymentId },
    {
      id: 'canary',
      header: headers.canary,
      value: ({ canarySettings }) => canarySettings && texts.canary(canarySettings.percentTraffic ?? 0),
    },
    {
      id: 'updated',
      header: headers.updated,
      value: ({ lastUpdatedDate }) => lastUpdatedDate?.getTime(),
      cell: ({ lastUpdatedDate }) => <Time date={lastUpdatedDate} />,
    },
  ];
}
