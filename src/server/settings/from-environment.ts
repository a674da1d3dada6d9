import type { Gathered, Given } from './given.ts';
import { type Setting, type Surroundings, variableOf } from './setting.ts';
import { suggestion } from './suggest.ts';

/**
 * Reads the variables whose names begin with `SALLYPORT_`. An empty one is as good as none: that is what compose files
 * and shell scripts make of a variable that they pass on.
 */
export function readEnvironment(
  environment: Surroundings['environment'],
  settings: readonly Setting<unknown>[],
): Gathered {
  const given: Given[] = [];
  const problems: string[] = [];
  const known = settings.filter(({ sources }) => sources.includes('environment'));
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith('SALLYPORT_') || text === undefined || text === '') continue;
    const setting = known.find((candidate) => variableOf(candidate) === variable);
    if (setting) given.push({ name: setting.name, text, where: variable });
    else problems.push(`Unknown environment variable ${variable}${suggestion(variable, known.map(variableOf))}`);
  }
  return { given, problems };
}
