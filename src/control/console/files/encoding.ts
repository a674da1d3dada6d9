/** How a file may be sent, the smallest first: the names of RFC 9110 section 8.4.1, and what the build adds to a file's name. */
export const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export type Encoding = (typeof ENCODINGS)[number]['name'];

/**
 * The smallest form that there is and that the client takes (RFC 9110 section 12.5.3).
 * @param accepted `Accept-Encoding`
 * @returns undefined for the file as it is
 */
export function chooseEncoding(accepted: string, there: ReadonlySet<Encoding>): Encoding | undefined {
  const taken = new Map(accepted.split(',').map(readCoding));
  return ENCODINGS.find(({ name }) => there.has(name) && (taken.get(name) ?? taken.get('*') ?? false))?.name;
}

function readCoding(text: string): [name: string, taken: boolean] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))];
}
