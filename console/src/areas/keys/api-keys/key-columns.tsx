import Link from '@cloudscape-design/components/link';
import { CopyText } from '../../../parts/copy-text.tsx';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { keys as texts } from '../../../texts/en/keys.ts';
import { KeyStatus } from './key-status.tsx';
import { SecretValue } from './secret-value.tsx';
import { type ApiKey, keyName, keyPath } from './use-keys.ts';

const { columns: headers } = texts;

export function keyColumns(href: (path: string) => string): readonly Column<ApiKey>[] {
  return [
    {
      id: 'name',
      header: headers.name,
      value: keyName,
      cell: (key) => <Link href={href(keyPath(key.id ?? ''))}>{keyName(key)}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    {
      id: 'id',
      header: headers.id,
      value: ({ id }) => id,
      cell: ({ id = '' }) => <CopyText text={id} />,
      minWidth: 150,
    },
    {
      id: 'value',
      header: headers.value,
      value: () => undefined,
      cell: (key) => <SecretValue keyId={key.id ?? ''} name={keyName(key)} />,
      minWidth: 140,
    },
    {
      id: 'status',
      header: headers.status,
      value: ({ enabled }) => (enabled ? texts.enabled : texts.disabled),
      cell: ({ enabled = false }) => <KeyStatus isEnabled={enabled} />,
      minWidth: 130,
    },
    {
      id: 'description',
      header: headers.description,
      value: ({ description }) => description,
      minWidth: 160,
      isMinor: true,
    },
    {
      id: 'created',
      header: headers.created,
      value: ({ createdDate }) => createdDate?.getTime(),
      cell: ({ createdDate }) => <Time date={createdDate} />,
      minWidth: 180,
      isMinor: true,
    },
  ];
}
