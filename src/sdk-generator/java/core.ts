import { CORE_CLASS } from './core-class.ts';
import { JSON_CLASS } from './json-class.ts';

/**
 * What every Java client stands on: Java 11 alone, its HTTP client, signatures (AWS Signature Version 4, IAM user guide, "Create
 * a signed AWS API request") and a reader of JSON included.
 * @param packageName of the client
 */
export function coreFiles(packageName: string): Readonly<Record<string, string>> {
  const inPackage = `package ${packageName}.internal;\n\n`;
  return { 'internal/Json.java': inPackage + JSON_CLASS, 'internal/Core.java': inPackage + CORE_CLASS };
}
