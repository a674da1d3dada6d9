/** What one room of the control plane refuses. */
export interface RuleGroup {
  readonly title: string;
  /** The folder whose sources say it, and whose tests hold them to it. */
  readonly room: string;
  /**
   * In AWS's words (recorded, documented, or reported by its users): what is answered, with `{}` for what is filled in, and what is
   * answered so, after the features' row or the fact's number.
   */
  readonly aws: Readonly<Record<string, string>>;
  /** The same in words of ours, where AWS's are not known. */
  readonly ours: Readonly<Record<string, string>>;
}
