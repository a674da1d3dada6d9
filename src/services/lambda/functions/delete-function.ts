import type { Scope } from '../../../model/index.ts';
import type { Kind, Transaction } from '../../../store/index.ts';
import { aliasKind, listAliases } from '../aliases/index.ts';
import { provisionedKind } from '../concurrency/index.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, functionNotFound, invalidParameter } from '../errors.ts';
import { eventInvokeConfigKind } from '../events/index.ts';
import { functionKind } from '../function-document.ts';
import { referTo } from '../function-name.ts';
import type { LambdaHandlers } from '../types.ts';
import { deleteUrl, functionUrlKind } from '../urls/url-document.ts';
import { findVersion, versionId, versionKind } from '../versions/index.ts';

/** API reference, `DeleteFunction`. What runs, runs to its end. */
export function deleteFunction({
  store,
  runtime,
  collectGarbage,
}: LambdaContext): Required<Pick<LambdaHandlers, 'deleteFunction'>> {
  return {
    async deleteFunction(input, call) {
      const { scope, name, arn, qualifier } = referTo(input.FunctionName, call.scope, input.Qualifier);
      if (qualifier === '$LATEST') {
        throw invalidParameter('$LATEST version cannot be deleted without deleting the function.');
      }
      await store.transact(async (tx) => {
        if (qualifier !== undefined) return deleteVersion(tx, scope, name, qualifier, arn);
        if (!(await tx.delete(functionKind, scope, name))) throw functionNotFound(arn);
        for (const url of await tx.list(functionUrlKind, scope, { prefix: `${name}/` }))
          await deleteUrl(tx, scope, url.id);
        for (const kind of OWNED) await tx.deletePrefix<unknown>(kind, scope, `${name}/`);
      });
      runtime.forget(arn, qualifier);
      collectGarbage();
      return { StatusCode: 204 };
    },
  };
}

/** What goes with its function. */
const OWNED: readonly Kind<unknown>[] = [versionKind, aliasKind, eventInvokeConfigKind, provisionedKind];

/** Recorded for a version that is not there: the message names the function alone. That a version has an alias: text ours. */
async function deleteVersion(tx: Transaction, scope: Scope, name: string, version: string, arn: string): Promise<void> {
  const document = await findVersion(tx, scope, name, version);
  if (document === undefined) throw functionNotFound(arn);
  const aliases = (await listAliases(tx, scope, name)).filter(
    ({ functionVersion, weights = {} }) => functionVersion === version || version in weights,
  );
  if (aliases.length > 0) {
    const names = aliases.map((alias) => alias.name).join(', ');
    throw conflict(`Unable to delete version because the following aliases reference it: [${names}]`);
  }
  await tx.delete(versionKind, scope, versionId(name, version));
  await tx.delete(eventInvokeConfigKind, scope, `${name}/${version}`);
  await tx.delete(provisionedKind, scope, `${name}/${version}`);
}
