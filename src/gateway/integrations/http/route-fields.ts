import { FieldLines, type HeaderList } from '../../../http/index.ts';
import { FieldRules } from '../../headers/index.ts';

const RULES = new FieldRules<'host' | 'pass'>([['host', 'host']], 'pass');

/** Header fields as a route sends them: `Host` apart. @param headers their values can stand in header fields */
export function routeFields(headers: HeaderList): { readonly host: string; readonly fields: FieldLines } {
  const fields = new FieldLines();
  let host = '';
  for (let i = 0; i < headers.length; i += 2) {
    const { rule, name } = RULES.of(headers[i] as string);
    const value = headers[i + 1] as string;
    if (rule === 'host') host = value;
    else fields.pass(name, value);
  }
  return { host, fields };
}
