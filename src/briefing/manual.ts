/** docs/briefing.md, made from the schema: what each field of each file is for. */
import { z } from 'zod';
import { inTime, item } from './schema/parts.ts';
import { FILES } from './schema.ts';

type Shape = {
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
};

const OPENING: Readonly<Partial<Record<keyof typeof FILES, string>>> = {
  'briefing.yaml': 'The head: what the briefing is about and how it is asked for. Every briefing has it.',
  'sources.yaml':
    'What the briefing rests on, one entry a source. Every briefing has it; a fingerprint of each lies in `sources/`.',
  'sides.yaml': 'Those who hold positions as a whole: a government, the islanders, the analysts.',
  'people.yaml': 'Everybody who speaks or is named, unnamed speakers too.',
  'organisations.yaml': 'Bodies that act, sign or are named.',
  'places.yaml': 'Places, with the names that each side gives them.',
  'statements.yaml': 'What somebody said, direct or reported.',
  'events.yaml': 'What happened.',
  'deals.yaml': 'What was announced, agreed or signed, or fell through.',
  'figures.yaml': 'Numbers.',
  'issues.yaml': 'What the sides are compared on.',
  'positions.yaml':
    'Who holds what on each issue. Where nothing stands, the bot says that the source does not say.',
  'background.yaml': 'What the reporter says in his own voice and no other file holds.',
  'key-points.yaml': 'What to know first, in order of weight.',
  'topics.yaml': 'What people ask about, with the words that they use for it.',
  'notes.yaml': 'What a reader should know about the source itself.',
  'skipped.yaml': 'Paragraphs on which nothing rests, with the reason. Every paragraph is used or skipped.',
  'revisions.yaml': 'What each release changed. Written by `npm run release`, not by hand.',
};

const HEAD = `<!-- Made from the schema by npm run manual. Change src/briefing/schema/ instead. -->

# What a briefing's files hold

A briefing is a folder below \`briefings/\`, or below a folder that \`BRIEFINGS_DIR\` names. \`npm run new -- ID\` makes an empty one that passes, \`npm run paragraphs -- FILE\` numbers a source's paragraphs, and \`npm run check -- ID\` proves one and says what is left. A file may be left out where it holds nothing, but for briefing.yaml and sources.yaml.

A text with a colon, a \`#\` or, within brackets, a comma needs quotation marks. Indent with spaces, never with tabs.

Our own words are our own: at most seven words in a row may stand as the source has them, quotations of persons aside. Each number and each name in them stands in the cited paragraphs, or under \`inferred\` with the reason.
`;

/** Fields that almost every item has: told once. */
const SHARED = [...Object.keys(item), ...Object.keys(inTime)];

/** Pure. The manual in Markdown. */
export function manual(): string {
  const files = (Object.keys(OPENING) as (keyof typeof FILES)[]).map((file) => {
    const shape = shapeOf(FILES[file]);
    const own = shape.items ?? shape;
    const isItem = own.properties?.inferred !== undefined;
    const fields = fieldsOf(own, isItem ? SHARED : []);
    const more = isItem ? 'The fields of every item, and:\n\n' : '';
    return `## ${file}\n\n${OPENING[file]} ${more}${isItem ? '' : '\n\n'}${fields.join('\n')}\n`;
  });
  const shared = [
    `## Every item\n\n${fieldsOf(shapeOf(z.strictObject(item)), []).join('\n')}\n`,
    `## Every statement, event, deal, figure, position, background, key point and note\n\n${fieldsOf(shapeOf(z.strictObject(inTime)), []).join('\n')}\n`,
  ];
  return [HEAD, ...files.slice(0, 2), ...shared, ...files.slice(2)].join('\n');
}

function shapeOf(type: z.ZodType): Shape {
  return z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Shape;
}

function fieldsOf(
  { properties = {}, required = [] }: Shape,
  without: readonly string[],
  indent = '',
): string[] {
  return Object.entries(properties)
    .filter(([name]) => !without.includes(name))
    .flatMap(([name, field]) => {
      const needed = required.includes(name) ? ', needed' : '';
      const example = field.examples?.[0] === undefined ? '' : ` Example: \`${field.examples[0]}\``;
      const inner = field.properties ? field : field.items?.properties ? field.items : undefined;
      return [
        `${indent}- **${name}** (${typeOf(field)}${needed}). ${field.description ?? ''}${example}`.trimEnd(),
        ...(inner ? fieldsOf(inner, [], `${indent}  `) : []),
      ];
    });
}

function typeOf(field: Shape): string {
  if (field.enum) return field.enum.join(' | ');
  if (field.anyOf) return [...new Set(field.anyOf.map(typeOf))].join(' or ');
  if (field.prefixItems) return 'two numbers';
  if (field.type === 'array')
    return `list of ${field.items?.properties ? 'entries' : `${typeOf(field.items ?? {})}s`}`;
  switch (field.type) {
    case 'string':
      return 'text';
    case 'integer':
      return 'whole number';
    case 'boolean':
      return 'true or false';
    case 'object':
      return field.properties ? 'keys' : 'by source';
    default:
      return field.type ?? 'text';
  }
}
