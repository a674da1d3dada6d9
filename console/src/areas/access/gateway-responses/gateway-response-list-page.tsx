import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams } from '../../../routing/index.ts';
import { gatewayResponses as texts } from '../../../texts/en/gateway-responses.ts';
import { originOf } from './origin.ts';
import { type GatewayResponse, useGatewayResponses } from './use-gateway-responses.ts';

/** All responses of the gateway's own, and which of them the API defines. */
export default function GatewayResponseListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const responses = useGatewayResponses(apiId);
  const pageOf = (type: string): string => href(`/apis/${apiId}/gateway-responses/${type}`);
  return (
    <Page title={texts.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.description}
        query={responses}
        columns={columns(pageOf, responses.data ?? [])}
        id={({ responseType = '' }) => responseType}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        actions={<Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => responses.refetch()} />}
      />
    </Page>
  );
}

function columns(
  pageOf: (type: string) => string,
  all: readonly GatewayResponse[],
): readonly Column<GatewayResponse>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ responseType = '' }) => texts.names[responseType] ?? responseType,
      cell: ({ responseType = '' }) => (
        <Link href={pageOf(responseType)}>{texts.names[responseType] ?? responseType}</Link>
      ),
      isRowHeader: true,
      minWidth: 180,
    },
    { id: 'status', header: headers.status, value: statusInWords, minWidth: 84 },
    { id: 'origin', header: headers.origin, value: (response) => originInWords(response, all), minWidth: 84 },
    { id: 'type', header: headers.type, value: ({ responseType }) => responseType, minWidth: 140 },
  ];
}

/** Those for all others of a class leave the status of each as it is. */
function statusInWords({ responseType = '', statusCode }: GatewayResponse): string | undefined {
  return statusCode ?? texts.anyOf[responseType];
}

function originInWords(response: GatewayResponse, all: readonly GatewayResponse[]): string {
  const origin = originOf(response, all);
  return origin === 'own' || origin === 'builtIn' ? texts.origins[origin] : (texts.names[origin] ?? origin);
}
