export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'AND' | 'OR';

/** What an expression is made of; `position` is where it stands. */
export type Node =
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'string'; readonly value: string; readonly position: number }
  /** The id of a query, or a word such as `DESC` that a function knows. */
  | { readonly kind: 'name'; readonly name: string; readonly position: number }
  | { readonly kind: 'array'; readonly items: readonly Node[]; readonly position: number }
  | { readonly kind: 'negate'; readonly operand: Node; readonly position: number }
  | Binary
  | Call;

export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
  readonly position: number;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly parameters: readonly Node[];
  readonly position: number;
}
