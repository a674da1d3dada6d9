import { policyText } from '../policy-text.ts';

/** Whom a trust policy allows something, as it names them. @param document as IAM sends it */
export function trustedBy(document: string | undefined): readonly string[] {
  const { Statement } = fieldsOf(parsed(policyText(document)));
  const statements = (Array.isArray(Statement) ? Statement : [Statement]).map(fieldsOf);
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Principal }) => namesOf(Principal));
  return [...new Set(allowed)];
}

function namesOf(principal: unknown): readonly string[] {
  if (typeof principal === 'string') return [principal];
  return Object.values(fieldsOf(principal))
    .flat()
    .filter((name) => typeof name === 'string');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Nobody, then; the page of the role shows the text.
    return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
