const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const ESCAPED = /['"\\/\u0000-\u001f\u0080-\uffff]/g;

/**
 * Escapes a text as commons-lang 2.6 (`StringEscapeUtils.escapeJavaScript`) does, whose name and description the guide
 * gives for `$util.escapeJavaScript`: quotes of both kinds, backslash, slash, control characters, all that is not ASCII.
 */
export function escapeJavaScript(text: string): string {
  return text.replace(ESCAPED, (char) => SHORT[char] ?? `\\u${hexadecimal(char.charCodeAt(0))}`);
}

function hexadecimal(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
