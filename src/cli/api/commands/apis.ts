import type { RestApi, Stage } from '../../../model/index.ts';
import { table } from '../../table.ts';
import type { CommandContext } from './command.ts';

/** `sallyport apis`: every API with its stages. */
export async function listApis({ client, tell }: CommandContext): Promise<void> {
  const apis = await client.list<RestApi>('/restapis');
  const rows: { id: string; name: string; stages: string[]; createdDate: string }[] = [];
  for (const { id, name, createdDate } of apis) {
    const { item: stages = [] } = await client.call<{ item?: readonly Stage[] }>({ path: `/restapis/${id}/stages` });
    const created = new Date(createdDate * 1000).toISOString();
    rows.push({ id, name, stages: stages.map(({ stageName }) => stageName), createdDate: created });
  }
  const cells = rows.map(({ id, name, stages, createdDate }) => [id, name, stages.join(', '), createdDate]);
  tell(
    table(['ID', 'NAME', 'STAGES', 'CREATED'], cells, 'There is no API yet; sallyport import FILE makes one.'),
    rows,
  );
}
