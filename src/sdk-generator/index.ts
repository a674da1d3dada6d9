/**
 * Clients generated from a deployed API (features of `GetSdk`; guide pages how-to-generate-sdk...): a folder a language, each of
 * them text that runs by itself, signs requests and sends API keys. What authors wrote (names, descriptions, paths) goes into
 * generated code only as quoted text, as comments without an end in them, and as identifiers of letters and digits. Pure.
 */
import type { SdkApi } from './api.ts';
import { generateJava } from './java/index.ts';
import { generateJavaScript } from './javascript/index.ts';
import { generatePython } from './python/index.ts';
import { generateTypeScript } from './typescript/index.ts';

export type { SdkApi } from './api.ts';
export { describeApi } from './describe-api.ts';
export { createZip } from './zip.ts';

/**
 * The files of a client by name.
 * @param type one of the types that `SDK_TYPES` of the service offers
 * @param parameters checked, with every one that the type requires
 */
export function generateSdk(
  type: SdkLanguage,
  api: SdkApi,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  switch (type) {
    case 'java': {
      const { serviceName = '', javaPackageName = '' } = parameters;
      return generateJava(api, { ...parameters, serviceName, javaPackageName });
    }
    case 'javascript':
      return generateJavaScript(api);
    case 'typescript':
      return generateTypeScript(api);
    case 'python':
      return generatePython(api);
  }
}

/** The languages that there are clients in. */
export type SdkLanguage = 'java' | 'javascript' | 'typescript' | 'python';
