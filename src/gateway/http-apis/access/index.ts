/** Who may call a route: JWTs, functions, signatures (facts D97 to D101, D108). */
export { compileAccess, compileAuthorizers, type HttpAuthorizers } from './compile-access.ts';
