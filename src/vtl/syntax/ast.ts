/** Offsets count UTF-16 units of the template from 0. */

/** `$root.property.method(args)[index]`, in any of its spellings. */
export interface Reference {
  readonly kind: 'reference';
  /** As written, from the `$`: what is printed where there is no value. */
  readonly source: string;
  /** `$!x`: prints nothing where there is no value. */
  readonly quiet: boolean;
  /** `${x}` or `$!x`: Velocity assigns to none of these. */
  readonly plain: boolean;
  readonly root: string;
  readonly steps: readonly Step[];
  readonly offset: number;
}

export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'method'; readonly name: string; readonly args: readonly Expression[]; readonly offset: number }
  | { readonly kind: 'index'; readonly index: Expression; readonly offset: number };

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export type Expression =
  | Reference
  | { readonly kind: 'literal'; readonly value: boolean | string | null }
  /** The text of an integer or floating-point literal. */
  | { readonly kind: 'number'; readonly text: string }
  /** A string in double quotes that holds references or directives. */
  | { readonly kind: 'interpolation'; readonly body: Block }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression; readonly offset: number }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly offset: number;
    };

/** Statements in the order in which they stand. */
export type Block = readonly Statement[];

export type Statement =
  | { readonly kind: 'text'; readonly text: string }
  /** A reference in the text, after `backslashes` many backslashes and further dollar signs. */
  | {
      readonly kind: 'print';
      readonly reference: Reference;
      readonly backslashes: number;
      readonly dollars: string;
    }
  | { readonly kind: 'set'; readonly target: Reference; readonly value: Expression; readonly offset: number }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly condition: Expression; readonly body: Block }[];
      readonly otherwise: Block | undefined;
    }
  | {
      readonly kind: 'foreach';
      readonly variable: string;
      /** Absent: the loop has nothing to go through. */
      readonly items: Expression | undefined;
      readonly body: Block;
      readonly offset: number;
    }
  | { readonly kind: 'define'; readonly name: string; readonly body: Block; readonly offset: number }
  | { readonly kind: 'macro'; readonly name: string; readonly parameters: readonly string[]; readonly body: Block }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Argument[];
      /** Of a block call `#@name(...) ... #end`. */
      readonly body: Block | undefined;
      /** As written: what is printed where there is no such macro. */
      readonly source: string;
      readonly offset: number;
    }
  | { readonly kind: 'evaluate'; readonly argument: Expression; readonly offset: number }
  | { readonly kind: 'break'; readonly scope: Expression | undefined }
  | { readonly kind: 'stop' };

/** An argument of a directive; a bare word is none of the expressions. */
export type Argument = Expression | { readonly kind: 'word'; readonly word: string };
