/** What an API answered instead of a result, or why there was no answer. */
export class AwsError extends Error {
  /** AWS's name of it, such as `NotFoundException`; `NetworkError` where nothing answered. */
  override readonly name: string;
  /** 0 where nothing answered. */
  readonly status: number;
  readonly requestId: string | undefined;
  /** Whatever else the answer said, such as the `warnings` of an import. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    name: string,
    message: string,
    status: number,
    requestId?: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = name;
    this.status = status;
    this.requestId = requestId;
    this.details = details;
  }
}

/** The name in a header or in `__type`, without the namespace before it and the URL behind it. */
export function errorName(text: string): string {
  return text.replace(/^.*#/, '').replace(/:.*$/, '');
}

/** Whether what was asked for is not there, or not any more: there is nothing left that could be done with it. */
export function isGone(error: Error | null): boolean {
  return error instanceof AwsError && error.status === 404;
}
