import { beforeAll, describe, expect, it } from 'vitest';
import { createApi } from './testing/apis.ts';
import { refusal, startService, type TestService } from './testing/service.ts';

// API reference: `limit` default 25 and at most 500, `position` of the page before; features A1.1.
describe('listPage', () => {
  let service: TestService;
  let restApiId: string;
  let all: string[];
  beforeAll(async () => {
    service = await startService();
    const created = await createApi(service);
    restApiId = created.restApiId;
    for (let index = 0; index < 30; index += 1) {
      await service.api.createResource({ restApiId, parentId: created.rootId, pathPart: `r${index}` }, service.call());
    }
    all = await readAll(500);
  });

  async function readAll(limit: number): Promise<string[]> {
    const ids: string[] = [];
    let position: string | undefined;
    do {
      const page = await service.api.getResources({ restApiId, limit, ...(position && { position }) }, service.call());
      ids.push(...page.items.map(({ id = '' }) => id));
      position = page.position;
    } while (position !== undefined);
    return ids;
  }

  it('gives 25 items when no limit is asked for, and a position for the rest', async () => {
    const first = await service.api.getResources({ restApiId }, service.call());
    expect(first.items).toHaveLength(25);
    const { position } = first;
    const second = await service.api.getResources({ restApiId, ...(position && { position }) }, service.call());
    expect(second.items).toHaveLength(6);
    expect(second).not.toHaveProperty('position');
  });

  it('gives every item once, whatever the size of the pages', async () => {
    expect(new Set(all).size).toBe(31);
    for (const limit of [1, 7, 30, 31, 32]) expect(await readAll(limit), String(limit)).toEqual(all);
  });

  it('gives no position with a last page that is full', async () => {
    expect(await service.api.getResources({ restApiId, limit: 31 }, service.call())).not.toHaveProperty('position');
  });

  it('takes a limit beyond 500 for 500 and refuses one below 1', async () => {
    expect((await service.api.getResources({ restApiId, limit: 5000 }, service.call())).items).toHaveLength(31);
    for (const limit of [0, -1]) {
      await expect(service.api.getResources({ restApiId, limit }, service.call())).rejects.toMatchObject(
        refusal('BadRequestException', 'Invalid limit specified'),
      );
    }
  });

  it('refuses a position that it never gave', async () => {
    for (const position of ['!', 'Lw', 'AAAA', '']) {
      await expect(service.api.getResources({ restApiId, position }, service.call())).rejects.toMatchObject(
        refusal('BadRequestException', 'Invalid position specified'),
      );
    }
  });
});
