/**
 * A line for people: time, level, what happened, and its detail as `name=value`. More lines of a text are set in, and control
 * characters are written out: what comes from outside makes up no line and moves no cursor.
 */
export function logLine(time: Date, level: string, message: string, detail: Readonly<Record<string, unknown>>): string {
  const facts = Object.entries(detail)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${time.toISOString()} ${level.toUpperCase().padEnd(5)} ${shown(message + facts.join(''))}\n`;
}

const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

function shown(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(CONTROL, (control) =>
      control === '\n' ? '\n    ' : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
