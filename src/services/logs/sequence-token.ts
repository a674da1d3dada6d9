/**
 * What stands for a stream's sequence token. Tokens are taken and not looked at since January 2023 (API reference,
 * `PutLogEvents`); clients of before send back what they are given, so that it has their form: 56 digits.
 */
export const SEQUENCE_TOKEN = '49039859646085410211435756520652434242420867634862452738';
