import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import { listed } from '../listed.ts';
import { useApiNames } from '../stages/use-api-names.ts';
import type { UsagePlan } from '../use-plans.ts';
import { RemoveThrottle } from './remove-throttle.tsx';
import { ThrottleForm } from './throttle-form.tsx';
import { methodText, type ThrottledMethod, throttledMethods } from './throttled-method.ts';

const texts = usagePlans.methods;
const idOf = ({ stage, method }: ThrottledMethod): string => `${stage} ${method}`;

/** Methods whose throttle is another than the plan's. */
export function MethodThrottles({ plan }: { readonly plan: UsagePlan }): JSX.Element {
  const nameOf = useApiNames();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useQueryParam('throttled');
  const methods = throttledMethods(plan);
  const selected = methods.find((method) => idOf(method) === selectedId);
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.description}
        query={listed(methods)}
        columns={columns(nameOf)}
        id={idOf}
        searchParameter="method"
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([method]) => setSelected(method ? idOf(method) : '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('remove-throttle')}>
              {texts.remove}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('edit-throttle')}>
              {texts.edit}
            </Button>
            <Button disabled={(plan.apiStages ?? []).length === 0} onClick={() => setDialog('add-throttle')}>
              {texts.add}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'add-throttle' && <ThrottleForm plan={plan} nameOf={nameOf} onClose={close} />}
      {dialog === 'edit-throttle' && selected && (
        <ThrottleForm plan={plan} nameOf={nameOf} saved={selected} onClose={close} />
      )}
      {dialog === 'remove-throttle' && selected && <RemoveThrottle plan={plan} method={selected} onClose={close} />}
    </>
  );
}

function columns(nameOf: (apiId: string) => string): readonly Column<ThrottledMethod>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'method',
      header: headers.method,
      value: ({ method }) => methodText(method),
      isRowHeader: true,
      minWidth: 160,
    },
    {
      id: 'stage',
      header: headers.api,
      value: ({ stage }) => {
        const [apiId = '', name = ''] = stage.split(':');
        return `${nameOf(apiId)}: ${name}`;
      },
      minWidth: 160,
    },
    { id: 'rate', header: headers.rate, value: ({ rate }) => rate, cell: ({ rate }) => rate ?? texts.unset },
    { id: 'burst', header: headers.burst, value: ({ burst }) => burst, cell: ({ burst }) => burst ?? texts.unset },
  ];
}
