/** Plain values as YAML that a person would write: an item a block, short lists and spans on one line. */

const WIDTH = 100;

export type Plain = string | number | boolean | readonly Plain[] | Fields;
export type Fields = { readonly [key: string]: Plain };

/** Pure. `comment` is the first line of the file. A list begins each item with '- '. */
export function yamlOf(value: unknown, comment: string): string {
  const lines = Array.isArray(value)
    ? value.flatMap((item) => asItem(linesOf(item as Fields)))
    : linesOf(value as Fields);
  return `# ${comment}\n${lines.join('\n')}\n`;
}

/** Pure. The lines of a map's fields. */
export function linesOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const line = `${key}: ${typeof value === 'string' ? alone(value) : flow(value)}`;
    if (typeof value !== 'object' || line.length <= WIDTH) return [line];
    const inner = Array.isArray(value)
      ? value.flatMap((item) => asItem([flow(item)]))
      : linesOf(value as Fields);
    return [`${key}:`, ...inner.map((it) => `  ${it}`)];
  });
}

/** Pure. The lines of a map as an item of a list. */
export function asItem(lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
}

/** Pure. A value on one line. */
export function flow(value: Plain): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  const fields = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
  return `{ ${fields.join(', ')} }`;
}

/** A text that has its line to itself may hold commas and apostrophes too. */
function alone(text: string): string {
  return /^\p{L}[^\p{Cc}]*$/u.test(text) && !/:(?:\s|$)|\s#/.test(text) && !SPECIAL.test(text)
    ? text
    : quoted(text);
}

/** Bare where no reader of YAML could take it for anything else; a string of JSON is one of YAML. */
function quoted(text: string): string {
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(text)) return text;
  return BARE.test(text) && !SPECIAL.test(text) ? text : JSON.stringify(text);
}

const BARE = /^\p{L}[\p{L}\p{N} .’“”‘£€$%()/&+;!?–—-]*$/u;
const SPECIAL = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$|\s$|\s{2}|\p{Cc}/iu;
