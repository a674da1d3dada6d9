import { authorizers as texts } from '../../../texts/en/authorizers.ts';
import { sourcesOf } from './identity-sources.ts';

/** `Header: Authorization` of `method.request.header.Authorization`. @param text expressions with commas between them */
export function sourcesInWords(text = ''): string {
  return sourcesOf(text)
    .map(({ kind, name }) => `${texts.form.sourceKinds[kind]}: ${name}`)
    .join(', ');
}
