import { indented } from '../../../parts/json-editor/format-json.ts';

/** A policy as API Gateway answers it, JSON within the inside of a JSON string, made legible. */
export function policyText(policy = ''): string {
  return indented(unescaped(policy));
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
