import { compileJavaRegex, JavaRegexLimitError } from '../../java-regex/index.ts';

/** Compiles an identity validation expression. A text that it takes too long on does not match. */
export function compileValidation(expression: string): (text: string) => boolean {
  const pattern = compileJavaRegex(expression);
  return (text) => {
    try {
      return pattern.matches(text);
    } catch (error) {
      if (error instanceof JavaRegexLimitError) return false;
      throw error;
    }
  };
}
