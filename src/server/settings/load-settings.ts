import { resolve } from 'node:path';
import { contradictions } from './contradictions.ts';
import { readEnvironment } from './from-environment.ts';
import { readSettingsFile } from './from-file.ts';
import { readFlags } from './from-flags.ts';
import type { Given } from './given.ts';
import type { Setting, Surroundings } from './setting.ts';
import { SettingsError } from './settings-error.ts';
import { SETTINGS, type Settings } from './table.ts';

/**
 * Gathers the settings: flags win over the environment, that over the file, that over the defaults.
 * @param args what follows `start` on the command line
 * @throws {SettingsError} with every problem found, each by the name under which it was given
 */
export async function loadSettings(args: readonly string[], surroundings: Surroundings): Promise<Settings> {
  const table: readonly Setting<unknown>[] = Object.values(SETTINGS);
  const flags = readFlags(args, table);
  const environment = readEnvironment(surroundings.environment, table);
  const file = find(SETTINGS.configFile.name, [...flags.given, ...environment.given]);
  const fromFile = file && (await readSettingsFile(resolve(file.text), table));

  const given = [...flags.given, ...environment.given, ...(fromFile?.given ?? [])];
  const unknown = [...flags.problems, ...environment.problems, ...(fromFile?.problems ?? [])];
  const wrong = given.flatMap((entry) => explainWrongValue(entry, table));
  const settings = valuesOf(given, surroundings);
  // A wrong value has been replaced by its default, which may contradict what was never meant to go with it.
  const problems = [...unknown, ...wrong, ...(wrong.length === 0 ? contradictions(settings) : [])];
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** The strongest source comes first. */
function find(name: string, given: readonly Given[]): Given | undefined {
  return given.find((candidate) => candidate.name === name);
}

function explainWrongValue({ name, text, where }: Given, table: readonly Setting<unknown>[]): string[] {
  const kind = table.find((setting) => setting.name === name)?.kind;
  if (kind === undefined || kind.parse(text) !== undefined) return [];
  const value = kind.isSecret === true ? 'not allowed' : JSON.stringify(text);
  return [`${where} is ${value}; allowed is ${kind.allowed}.`];
}

function valuesOf(given: readonly Given[], surroundings: Surroundings): Settings {
  const entries = Object.entries<Setting<unknown>>(SETTINGS).map(([key, { name, kind, default: standard }]) => {
    const entry = find(name, given);
    const value = entry && kind.parse(entry.text);
    return [key, value ?? standard(surroundings)];
  });
  return Object.fromEntries(entries) as Settings;
}
