import type { Call } from '../../../aws/index.ts';
import type { HttpApiDefinition, StageRef } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import { putHttpApi, requireHttpApi } from '../documents/index.ts';
import { autoDeploy } from './deploy.ts';

type At = Pick<Call, 'scope' | 'nowMs'>;

/** What a change makes of an API, and what its operation answers. */
export interface Changed<R> {
  readonly definition: HttpApiDefinition;
  readonly result: R;
}

/**
 * Changes an API in one transaction. Stages that deploy by themselves serve the change when this resolves (features A3.14).
 * @throws {ServiceError} 404 where there is no such API, and what `change` throws
 */
export async function changeDefinition<R>(
  context: ServiceContext,
  { scope, nowMs }: At,
  apiId: string,
  change: (definition: HttpApiDefinition, tx: Transaction) => Changed<R> | Promise<Changed<R>>,
): Promise<R> {
  const { result, refs } = await context.store.transact(async (tx) => {
    const { definition, result } = await change(await requireHttpApi(tx, scope, apiId), tx);
    await putHttpApi(tx, scope, definition);
    return { result, refs: await autoDeploy(tx, context, { scope, nowMs }, definition) };
  });
  await publishAll(context, refs);
  return result;
}

/** Lets stages be served as they are now. */
export async function publishAll({ publisher }: ServiceContext, refs: readonly StageRef[]): Promise<void> {
  await Promise.all(refs.map((ref) => publisher.stageChanged(ref)));
}
