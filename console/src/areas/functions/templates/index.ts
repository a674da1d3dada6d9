/** Code to begin with, by language. */
import { type CodeFile, fileOf } from '../zip/code-file.ts';
import { NODEJS } from './nodejs.ts';
import { PYTHON } from './python.ts';

export type TemplateName = keyof typeof NODEJS;
type Language = 'nodejs' | 'python';

const LANGUAGES = {
  nodejs: { file: 'index.mjs', handler: 'index.handler', code: NODEJS },
  python: { file: 'lambda_function.py', handler: 'lambda_function.lambda_handler', code: PYTHON },
} as const satisfies Record<Language, unknown>;

/** Undefined for runtimes whose code is not written here, such as `provided.al2023`. */
export function languageOf(runtime: string): Language | undefined {
  if (runtime.startsWith('nodejs')) return 'nodejs';
  return runtime.startsWith('python') ? 'python' : undefined;
}

/** What there is for a runtime. */
export function templatesOf(runtime: string): readonly TemplateName[] {
  const language = languageOf(runtime);
  return language ? (Object.keys(LANGUAGES[language].code) as TemplateName[]) : [];
}

/** As AWS's console writes it; for a runtime of neither language what its guide has. */
export function handlerOf(runtime: string): string {
  const language = languageOf(runtime);
  return language ? LANGUAGES[language].handler : 'bootstrap';
}

/** @returns undefined where the runtime has no such template */
export function templateFile(runtime: string, template: TemplateName): CodeFile | undefined {
  const language = languageOf(runtime);
  if (!language) return undefined;
  const { file, code } = LANGUAGES[language];
  const text = (code as Partial<Record<TemplateName, string>>)[template];
  return text === undefined ? undefined : fileOf(file, text);
}
