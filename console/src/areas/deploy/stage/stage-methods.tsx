import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { curlOf } from '../../../parts/curl.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useInvokeUrl } from '../../../parts/use-invoke-url.ts';
import { stages } from '../../../texts/en/stages.ts';
import { type DeployedMethod, useDeployedMethods } from '../use-deployed-methods.ts';
import type { StageProps } from './stage-props.ts';

const texts = stages.overview;

/** What the stage answers, with the command that calls it. */
export function StageMethods({ apiId, stage }: StageProps): JSX.Element {
  const methods = useDeployedMethods(apiId, stage.deploymentId ?? '');
  const url = useInvokeUrl(apiId, stage.stageName ?? '');
  return (
    <PagedTable
      title={texts.methods}
      description={texts.methodsHint}
      query={methods}
      columns={columns(url)}
      id={({ path, verb }) => `${verb} ${path}`}
      empty={<EmptyState title={texts.noMethods.title} text={texts.noMethods.text} />}
    />
  );
}

function columns(url: string | undefined): readonly Column<DeployedMethod>[] {
  return [
    { id: 'method', header: texts.method, value: ({ verb }) => verb, minWidth: 84 },
    { id: 'path', header: texts.path, value: ({ path }) => path, isRowHeader: true, minWidth: 140 },
    { id: 'authorization', header: texts.authorization, value: ({ authorization }) => authorization, isMinor: true },
    {
      id: 'key',
      header: texts.apiKey,
      value: ({ isKeyRequired }) => (isKeyRequired ? texts.required : texts.notRequired),
      isMinor: true,
    },
    {
      id: 'curl',
      header: texts.curl,
      value: () => undefined,
      cell: ({ path, verb }) => url !== undefined && <CopyText text={curlOf(`${url}${path}`, verb)} />,
      minWidth: 140,
    },
  ];
}
