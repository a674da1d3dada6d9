import type { LambdaContext } from '../context.ts';
import { functionKind } from '../function-document.ts';
import { functionArn } from '../function-name.ts';
import { resolveFunction } from '../resolve.ts';
import { provision } from './provision.ts';
import { provisionedKind } from './provisioned-document.ts';

/**
 * Tells the runtime what is reserved, and lets it start what is to be kept ready; after a start. What cannot be kept ready, because
 * the machine lacks the runtime by now, is told and holds nothing else up.
 */
export async function restoreConcurrency(context: LambdaContext): Promise<void> {
  const { store, runtime, warn } = context;
  for (const { scope, id, value } of await store.scan(functionKind)) {
    if (value.reservedConcurrency !== undefined) runtime.reserve(functionArn(scope, id), value.reservedConcurrency);
  }
  for (const { scope, id, value } of await store.scan(provisionedKind)) {
    const [name = '', qualifier = ''] = id.split('/');
    const reference = { scope, name, arn: functionArn(scope, name), qualifier };
    const resolved = await resolveFunction(store, reference);
    if (resolved === undefined) continue;
    await provision(context, reference, resolved, value.requested).catch((error: unknown) =>
      warn('A function cannot be kept ready.', { function: `${reference.arn}:${qualifier}`, error: String(error) }),
    );
  }
}
