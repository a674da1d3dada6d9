import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { CopyText } from '../../../parts/copy-text.tsx';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { iam } from '../../../texts/en/iam.ts';
import type { AccessKey } from './use-access-keys.ts';

const texts = iam.keys;

export function keyColumns(): readonly Column<AccessKey>[] {
  return [
    {
      id: 'id',
      header: texts.columns.id,
      value: ({ AccessKeyId }) => AccessKeyId,
      cell: ({ AccessKeyId = '' }) => <CopyText text={AccessKeyId} />,
      isRowHeader: true,
      minWidth: 200,
    },
    {
      id: 'status',
      header: texts.columns.status,
      value: ({ Status }) => Status,
      cell: ({ Status = 'Inactive' }) => (
        <StatusIndicator type={Status === 'Active' ? 'success' : 'stopped'}>
          {texts.statuses[Status] ?? Status}
        </StatusIndicator>
      ),
      minWidth: 110,
    },
    {
      id: 'created',
      header: texts.columns.created,
      value: ({ CreateDate }) => CreateDate?.getTime(),
      cell: ({ CreateDate }) => <Time date={CreateDate} />,
      minWidth: 180,
      isMinor: true,
    },
    {
      id: 'used',
      header: texts.columns.used,
      value: ({ lastUsed }) => lastUsed?.LastUsedDate?.getTime() ?? 0,
      cell: ({ lastUsed }) =>
        lastUsed?.LastUsedDate ? (
          <>
            <Time date={lastUsed.LastUsedDate} /> {texts.usedBy(lastUsed.ServiceName ?? '', lastUsed.Region ?? '')}
          </>
        ) : (
          (lastUsed && texts.never) || texts.unknown
        ),
      minWidth: 160,
    },
  ];
}
