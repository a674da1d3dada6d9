/**
 * Java's regular expressions as selection patterns use them, matched over the whole text in time proportional to pattern
 * and text: users deploy these patterns and clients can influence the text, so a backtracking engine would be a way to stop
 * a worker. What cannot be matched so (back references, lookbehind, possessive and atomic groups) is refused by name.
 */
export { compileJavaRegex, JavaRegexError } from './compile.ts';
