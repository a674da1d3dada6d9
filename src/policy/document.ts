/** A policy as its grammar has it, every list spelt as one (IAM user guide, "Grammar of the IAM JSON policy language"). */
export interface PolicyDocument {
  /** Policy variables are text before 2012-10-17. */
  readonly hasVariables: boolean;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Undefined where the policy's kind has none. */
  readonly principals: Negatable<PrincipalElement> | undefined;
  readonly actions: Negatable<string>;
  /** Undefined where the policy's kind has none: it is about what it is attached to. */
  readonly resources: Negatable<string> | undefined;
  readonly conditions: readonly Condition[];
}

/** `X` or, negated, `NotX`. */
export interface Negatable<T> {
  readonly negated: boolean;
  readonly values: readonly T[];
}

export interface PrincipalElement {
  /** `*` stands for everybody, also for anonymous callers. */
  readonly type: '*' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly value: string;
}

/** One operator and key; all conditions of a statement must hold. */
export interface Condition {
  /** As written, such as `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}
