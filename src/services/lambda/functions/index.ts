/** Functions as the API sees them: made, changed, shown, deleted. Their code, policy and invocation have rooms of their own. */
import type { LambdaContext } from '../context.ts';
import type { LambdaHandlers } from '../types.ts';
import { createFunction } from './create-function.ts';
import { deleteFunction } from './delete-function.ts';
import { readFunctions } from './read-functions.ts';
import { updateFunction } from './update-function.ts';

export function functionHandlers(context: LambdaContext) {
  return {
    ...createFunction(context),
    ...readFunctions(context),
    ...updateFunction(context),
    ...deleteFunction(context),
  } satisfies LambdaHandlers;
}
