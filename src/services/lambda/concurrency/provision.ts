import type { LambdaContext } from '../context.ts';
import { invalidParameter } from '../errors.ts';
import { toVersion } from '../function-document.ts';
import type { FunctionReference } from '../function-name.ts';
import { type ResolvedFunction, resolveFunction } from '../resolve.ts';
import { provisionedKind } from './provisioned-document.ts';

/** Keeps so many instances of what a name leads to ready. @throws {ServiceError} when the machine lacks the runtime */
export async function provision(
  { runtime, code }: LambdaContext,
  reference: FunctionReference,
  { state }: ResolvedFunction,
  count: number,
): Promise<void> {
  try {
    await runtime.provision(toVersion(state, reference, code.directory), count);
  } catch (error) {
    throw invalidParameter(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Lets what is kept ready for an alias follow it to its new version.
 * @param from the version that it named before
 */
export async function moveProvisioned(context: LambdaContext, alias: FunctionReference, from: string): Promise<void> {
  const { store } = context;
  const found = await store.get(provisionedKind, alias.scope, `${alias.name}/${alias.qualifier ?? ''}`);
  const after = await resolveFunction(store, alias);
  if (found === undefined || after === undefined || after.version === from) return;
  const before = await resolveFunction(store, { ...alias, qualifier: from });
  if (before !== undefined) await provision(context, alias, before, 0);
  await provision(context, alias, after, found.value.requested);
}
