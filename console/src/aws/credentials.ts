/** What requests are signed with. Kept in memory alone: a reload forgets it, and no other page can read it. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
}
