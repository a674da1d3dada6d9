import { StreamLanguage } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

/** `vtl` is the language of mapping templates. */
export type Language = 'json' | 'yaml' | 'javascript' | 'python' | 'vtl' | 'text';

/** Grammars, each fetched when it is first needed. */
const LANGUAGES: Readonly<Record<Language, () => Promise<Extension>>> = {
  json: async () => (await import('@codemirror/lang-json')).json(),
  yaml: async () => (await import('@codemirror/lang-yaml')).yaml(),
  javascript: async () => (await import('@codemirror/lang-javascript')).javascript(),
  python: async () => (await import('@codemirror/lang-python')).python(),
  vtl: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/velocity')).velocity),
  text: async () => [],
};

export function loadLanguage(language: Language): Promise<Extension> {
  return LANGUAGES[language]();
}
