/**
 * A value of a JSON document. A `number` is an integer when it is a safe integer and a Java `Double` otherwise; a
 * `bigint` is an integer that no double holds exactly; a `Decimal` is a floating-point number that a `number` would
 * mistake for an integer, or whose digits it would lose. Maps keep the order of the text.
 */
export type JsonValue = null | boolean | string | number | bigint | Decimal | JsonValue[] | JsonMap;
export type JsonMap = Map<string, JsonValue>;

/** A floating-point number together with the text that Java gives for it, such as `10.0`. */
export class Decimal {
  readonly value: number;
  readonly text: string;

  constructor(value: number, text: string) {
    this.value = value;
    this.text = text;
  }
}
