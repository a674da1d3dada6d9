/** What an account can set in a region (API reference, `Account`; features A1.14); everything else of it is given. */
export interface AccountSettings {
  /** The role that writes logs to CloudWatch. */
  readonly cloudwatchRoleArn?: string;
}
