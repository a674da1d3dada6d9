import type { ApiSnapshot, Deployment, Scope } from '../../../../model/index.ts';
import type { Reader } from '../../../../store/index.ts';
import { findSnapshot, requireDeployment } from '../../documents/index.ts';
import { freezeApi } from '../freeze.ts';
import { renderDeployment } from '../render.ts';
import { type ApiChange, type Risk, worstOf } from './change.ts';
import { compareApis } from './compare.ts';

/** In place of a deployment's id: the API as it is now. */
export const WORKING = 'working';

export interface ApiDiff {
  readonly from: ComparedState;
  readonly to: ComparedState;
  /** The worst of all changes; `safe` where nothing differs. */
  readonly risk: Risk;
  readonly changes: readonly ApiChange[];
}

/** A deployment, or `{ id: 'working' }`. */
export interface ComparedState extends Pick<Deployment, 'id'> {
  readonly description?: string | undefined;
  readonly createdDate?: Date | undefined;
}

/**
 * @param from an id, or `working`; so is `to`
 * @throws {ServiceError} 404 for an API or a deployment that is not there
 */
export async function diffDeployments(
  reader: Reader,
  scope: Scope,
  { restApiId, from, to }: { readonly restApiId: string; readonly from: string; readonly to: string },
): Promise<ApiDiff> {
  const before = await readState(reader, scope, restApiId, from);
  const after = await readState(reader, scope, restApiId, to);
  const changes = compareApis(before.snapshot, after.snapshot);
  return { from: before.state, to: after.state, risk: worstOf(changes.map(({ risk }) => risk)), changes };
}

async function readState(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  id: string,
): Promise<{ readonly state: ComparedState; readonly snapshot: ApiSnapshot }> {
  if (id === WORKING) return { state: { id }, snapshot: await freezeApi(reader, scope, restApiId) };
  const { description, createdDate } = renderDeployment(await requireDeployment(reader, scope, restApiId, id));
  const snapshot = await findSnapshot(reader, scope, restApiId, id);
  if (snapshot === undefined) throw new Error(`Deployment ${id} of ${restApiId} has no snapshot.`);
  return { state: { id, description, createdDate }, snapshot };
}
