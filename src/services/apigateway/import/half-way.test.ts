import { beforeEach, describe, expect, it } from 'vitest';
import type { Transaction } from '../../../store/index.ts';
import { EVERYTHING } from '../testing/everything.ts';
import { bodyOf, contentsOf, importApi, openapi } from '../testing/imports.ts';
import { startService, type TestService } from '../testing/service.ts';

// AWS says of its import that it is idempotent and not atomic (fact D159). Here it is one transaction: what a file defines is there as a
// whole or not at all.

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

/** Lets the disk be full at the `failing`th write of every transaction from now on. */
function failAtWrite(failing: number): void {
  const { store } = service;
  const transact = store.transact.bind(store);
  store.transact = (work) =>
    transact((tx) => {
      let writes = 0;
      const counted: Transaction = {
        get: (kind, scope, id) => tx.get(kind, scope, id),
        list: (kind, scope, page) => tx.list(kind, scope, page),
        scan: (kind) => tx.scan(kind),
        delete: (kind, scope, id) => tx.delete(kind, scope, id),
        deletePrefix: (kind, scope, prefix) => tx.deletePrefix(kind, scope, prefix),
        async put(kind, scope, id, value, expectedVersion) {
          writes += 1;
          if (writes === failing) throw new Error('disk full');
          await tx.put(kind, scope, id, value, expectedVersion);
        },
      };
      return work(counted);
    });
}

/** Does something that writes again and again, failing at each write in turn, until it succeeds; gives how often that was. */
async function failingInTurn(work: () => Promise<unknown>, isUntouched: () => Promise<void>): Promise<number> {
  const { transact } = service.store;
  for (let failing = 1; ; failing += 1) {
    failAtWrite(failing);
    const error = await work().then(
      () => undefined,
      (caught: Error) => caught,
    );
    service.store.transact = transact;
    if (!error) return failing - 1;
    expect(error.message).toBe('disk full');
    await isUntouched();
  }
}

describe('an import that ends at any of its writes', () => {
  it('leaves no API behind', { timeout: 60_000 }, async () => {
    const before = await service.store.lastSequence();
    const failed = await failingInTurn(
      () => importApi(service, EVERYTHING),
      async () => expect(await service.store.lastSequence()).toBe(before),
    );
    expect(failed).toBeGreaterThan(20);
    expect((await service.api.getRestApis({}, service.call())).items).toHaveLength(1);
  });

  it.each(['merge', 'overwrite'])('by the mode %s leaves the API as it was', { timeout: 60_000 }, async (mode) => {
    const { restApiId } = await importApi(service, openapi({ '/old': { get: {} } }));
    const [before, sequence] = [await contentsOf(service, restApiId), await service.store.lastSequence()];
    const failed = await failingInTurn(
      () => service.api.putRestApi({ restApiId, mode, body: bodyOf(EVERYTHING) }, service.call()),
      async () => {
        expect(await service.store.lastSequence()).toBe(sequence);
        expect(await contentsOf(service, restApiId)).toEqual(before);
      },
    );
    expect(failed).toBeGreaterThan(15);
  });

  it('leaves the documentation as it was', async () => {
    const { restApiId } = await importApi(service, EVERYTHING);
    const part = (type: string, properties: object) => ({ location: { type }, properties });
    const documentationParts = [part('API', { a: 1 }), part('RESOURCE', { b: 1 }), part('METHOD', { c: 1 })];
    const body = bodyOf(openapi({}, { 'x-amazon-apigateway-documentation': { documentationParts } }));
    const sequence = await service.store.lastSequence();
    const failed = await failingInTurn(
      () => service.api.importDocumentationParts({ restApiId, body, mode: 'overwrite' }, service.call()),
      async () => expect(await service.store.lastSequence()).toBe(sequence),
    );
    expect(failed).toBeGreaterThanOrEqual(3);
  });
});
