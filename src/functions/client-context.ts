/**
 * The client context as the Runtime API hands it on: `Invoke` takes it as base64 (API reference, `X-Amz-Client-Context`), a
 * runtime reads JSON from a header, so it is written without line ends and with ASCII alone.
 * @returns undefined when it is not base64 of JSON
 */
export function clientContextJson(base64: string): string | undefined {
  try {
    const json = JSON.stringify(JSON.parse(Buffer.from(base64, 'base64').toString('utf8')));
    return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
