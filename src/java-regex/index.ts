/**
 * Java's regular expressions (`java.util.regex.Pattern`), as templates, JSONPath filters and selection patterns use them.
 * Patterns come from users and run over what clients send, so one way after the other is tried only for so many
 * steps. A whole match is then made by an automaton, in linear time; what no automaton can do (groups, looking around)
 * gives up with an error instead of running on.
 */
export { JavaRegexLimitError, JavaRegexSyntaxError } from './errors.ts';
export { JAVA_REGEX_LIMITS, type JavaRegexLimits } from './limits.ts';
export { compileJavaRegex, type JavaRegex, type JavaRegexFlags, type Match } from './regex.ts';
export { replaceAll, replaceFirst } from './replace.ts';
export { split } from './split.ts';
