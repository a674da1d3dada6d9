/** Values of path parameters, decoded (fact D8). */
export type PathParameters = Readonly<Record<string, string>>;
