import type { MayDo } from '../access/role-rights.ts';
import { invalidParameter } from '../errors.ts';
import type { FunctionReference } from '../function-name.ts';
import { deliveryAction, parseDestination } from './destination.ts';

/**
 * AWS looks at the rights of a function's role when a dead-letter target is set (its words, seen in users' reports).
 * @throws {ServiceError} when the role does not allow it
 */
export async function checkDeadLetterRights(
  mayDo: MayDo,
  roleArn: string,
  reference: FunctionReference,
  targetArn: string | undefined,
): Promise<void> {
  const target = targetArn ? parseDestination(targetArn) : undefined;
  if (target === undefined) return;
  const { action, resource } = deliveryAction(target);
  if (await mayDo(roleArn, reference, action, resource)) return;
  const [service = '', verb] = action.split(':');
  throw invalidParameter(
    `The provided execution role does not have permissions to call ${verb} on ${service.toUpperCase()}`,
  );
}

/**
 * The same of a destination, whose words are ours.
 * @throws {ServiceError} when the role does not allow it
 */
export async function checkDestinationRights(
  mayDo: MayDo,
  roleArn: string,
  reference: FunctionReference,
  destinations: readonly string[],
): Promise<void> {
  for (const arn of destinations) {
    const destination = parseDestination(arn);
    if (destination === undefined) continue;
    const { action, resource } = deliveryAction(destination);
    if (await mayDo(roleArn, reference, action, resource)) continue;
    throw invalidParameter(
      `The function's execution role does not have permissions to call ${action.split(':')[1]} on ${arn}`,
    );
  }
}
