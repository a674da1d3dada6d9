/** An `ApiKey` as AWS describes it (API reference, `ApiKey`; features A10.1, fact D110). */
export interface ApiKey {
  /** Ten characters of `[a-z0-9]`, or the value itself where the caller asked for that. */
  readonly id: string;
  /** What clients send, 20 to 128 characters; unique in account and region. */
  readonly value: string;
  readonly name?: string;
  readonly description?: string;
  /** The buyer's id in the AWS Marketplace. */
  readonly customerId?: string;
  readonly enabled: boolean;
  /** `apiId/stageName`: from before there were usage plans; they give no access (API reference, `CreateApiKey`). */
  readonly stageKeys: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** Seconds since the epoch. */
  readonly createdDate: number;
  /** Seconds since the epoch. */
  readonly lastUpdatedDate: number;
}
