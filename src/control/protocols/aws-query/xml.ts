/** Just enough XML to write a response: elements, text, one namespace. */

/** @param content already XML */
export function element(name: string, content: string, xmlns?: string): string {
  return `<${name}${xmlns === undefined ? '' : ` xmlns="${text(xmlns)}"`}>${content}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** Text that cannot be mistaken for markup; what XML 1.0 cannot hold at all (section 2.2) becomes U+FFFD. */
export function text(value: string): string {
  return (
    value
      .replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
  );
}
