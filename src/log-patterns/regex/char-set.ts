/** All that is no ASCII character is one class: patterns cannot tell such characters apart. */
export const CLASS_COUNT = 129;
const OTHERS = CLASS_COUNT - 1;

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  return unit < OTHERS ? unit : OTHERS;
}

/** A set of ASCII characters, and whether all others are in it. */
export class CharSet {
  private readonly members: Uint8Array;

  private constructor(members: Uint8Array) {
    this.members = members;
  }

  static of(characters: string): CharSet {
    const members = new Uint8Array(CLASS_COUNT);
    for (const each of characters) members[classOf(each.charCodeAt(0))] = 1;
    return new CharSet(members);
  }

  has(unitClass: number): boolean {
    return this.members[unitClass] === 1;
  }

  with(from: string, to: string): CharSet {
    const members = this.members.slice();
    members.fill(1, from.charCodeAt(0), to.charCodeAt(0) + 1);
    return new CharSet(members);
  }

  union(other: CharSet): CharSet {
    return new CharSet(this.members.map((member, i) => member | Number(other.has(i))));
  }

  inverse(): CharSet {
    return new CharSet(this.members.map((member) => 1 - member));
  }
}

/** A dot: any one character. */
export const ANY: CharSet = CharSet.of('').inverse();
