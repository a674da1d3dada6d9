/** Editors of JSON, and of policies in it. */
export const jsonEditor = {
  format: 'Format',
  problems: 'Problems',
  at: (line: number, column: number | undefined) =>
    column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`,
  valid: 'Valid JSON',
  empty: 'There is no JSON yet.',
  error: 'This is no value of JSON. Texts stand in double quotes.',
  tooDeep: 'It is nested too deeply.',
  /** By the parser's name of the error. */
  errors: {
    PropertyNameExpected: 'A name in double quotes is expected.',
    ValueExpected: 'A value is expected.',
    ColonExpected: 'A colon is expected.',
    CommaExpected: 'A comma is expected.',
    CloseBraceExpected: 'A closing brace } is expected.',
    CloseBracketExpected: 'A closing bracket ] is expected.',
    EndOfFileExpected: 'The JSON has ended before this.',
    InvalidCommentToken: 'JSON has no comments.',
    UnexpectedEndOfComment: 'JSON has no comments.',
    UnexpectedEndOfString: 'The closing quote of this text is missing.',
    UnexpectedEndOfNumber: 'This is no number.',
    InvalidNumberFormat: 'This is no number.',
    InvalidUnicode: 'This is no escape sequence of JSON.',
    InvalidEscapeCharacter: 'This is no escape sequence of JSON.',
    InvalidCharacter: 'This character must be escaped.',
  } as Readonly<Record<string, string>>,
  policy: {
    valid: 'Valid policy',
    begin: 'Write what is allowed between the brackets of Action, such as "lambda:InvokeFunction".',
    statement: 'The statement',
    problem: (element: string, problem: string) => `${element} ${problem}.`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is IAM's
    noVersion: 'Without "Version": "2012-10-17" variables such as ${aws:username} are plain text.',
    twice: (sid: string) => `Another statement has the Sid ${sid}.`,
    operator: (name: string) => `${name} is no condition operator.`,
    resource: (resource: string) => `${resource} must be an ARN or "*".`,
    action: (action: string, service: string) => `${service} has no action like ${action}.`,
    trustAction: (action: string) => `${action} does nothing here: who may assume the role is said by actions of sts.`,
    actions: (service: string) => `all actions of ${service}`,
  },
} as const;
