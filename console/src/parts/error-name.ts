/** An error's name as a title: `UserNotFoundException` is "User not found", `InvalidParameterValue` "Invalid parameter value". */
export function errorNameInWords(name: string): string {
  const words = name
    .replace(/(Exception|Error)$/, '')
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|\./)
    .map((word) => (/^[A-Z]+$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text === '' ? name : text.charAt(0).toUpperCase() + text.slice(1);
}
