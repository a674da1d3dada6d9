import { readFile } from 'node:fs/promises';
import type { Gathered, Given } from './given.ts';
import { withServiceEndpoints } from './service-endpoints.ts';
import { type Setting, variableOf } from './setting.ts';
import { suggestion } from './suggest.ts';

/** Reads a YAML file that maps names of settings to values. An empty value is as good as none. */
export async function readSettingsFile(path: string, settings: readonly Setting<unknown>[]): Promise<Gathered> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    return nothing(`The settings file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  // Most starts have no file; the parser is loaded for those that do.
  const { FAILSAFE_SCHEMA, loadAll, YAMLException } = await import('js-yaml');
  let documents: readonly unknown[];
  try {
    // The failsafe schema (YAML 1.2, 10.1) leaves every value as it is written, so 000000000000 keeps its zeros.
    documents = loadAll(content, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + 1;
    return nothing(`The settings file ${path} is not valid YAML at line ${line} (${error.reason}).`);
  }
  const [value, ...more] = documents;
  if (more.length > 0) return nothing(`The settings file ${path} must hold one YAML document.`);
  if (value === null || value === undefined || value === '') return { given: [], problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return nothing(`The settings file ${path} must map names to values, such as "control-port: 4566".`);
  }
  return collect(path, withServiceEndpoints(Object.entries(value)), settings);
}

function collect(path: string, entries: [string, unknown][], settings: readonly Setting<unknown>[]): Gathered {
  const given: Given[] = [];
  const problems: string[] = [];
  for (const [key, value] of entries) {
    const setting = settings.find(({ name }) => name === key);
    if (setting === undefined) {
      problems.push(`Unknown setting ${JSON.stringify(key)} in ${path}${suggestion(key, namesIn(settings))}`);
      continue;
    }
    const text = typeof value === 'string' ? value : setting.kind.textOf?.(value);
    if (!setting.sources.includes('file')) {
      problems.push(`${key} may not stand in ${path}; give it as ${variableOf(setting)}.`);
    } else if (text === undefined) {
      problems.push(`${key} in ${path} must be a single value; allowed is ${setting.kind.allowed}.`);
    } else if (text !== '') {
      given.push({ name: key, text, where: `${key} in ${path}` });
    }
  }
  return { given, problems };
}

function namesIn(settings: readonly Setting<unknown>[]): string[] {
  return settings.filter(({ sources }) => sources.includes('file')).map(({ name }) => name);
}

function nothing(problem: string): Gathered {
  return { given: [], problems: [problem] };
}
