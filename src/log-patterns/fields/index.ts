/** Filter patterns in brackets, for events whose fields stand between spaces. */
export { compileFields, type FieldConditions, type FieldValues } from './compile-fields.ts';
