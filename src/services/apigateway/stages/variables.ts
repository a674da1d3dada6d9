import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/**
 * Checks stage variables: names of letters, digits and `_`, values of the characters that the guide allows, up to 100 of
 * them (features A8.2; guide page stage-variables).
 * @throws {ServiceError} 400
 */
export function checkVariables(variables: Readonly<Record<string, string>> = {}): void {
  const { count, nameLength, valueLength } = LIMITS.stageVariables;
  if (Object.keys(variables).length > count) throw badRequest(`A stage can have at most ${count} stage variables`);
  for (const [name, value] of Object.entries(variables)) {
    if (!/^\w+$/.test(name) || name.length > nameLength) {
      throw badRequest(`Invalid variable name: '${name}'. Please use names with alphanumeric characters and '_'.`);
    }
    if (!/^[A-Za-z0-9 \-._~:/?#&=,]*$/.test(value) || value.length > valueLength) {
      throw badRequest(
        `Invalid variable value: '${value}'. Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`,
      );
    }
  }
}
