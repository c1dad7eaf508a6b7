/** Which fields the desk's form has for each kind of item, and how each is typed. */
import type { Fields, ItemKind, ReviewItem } from './connection.ts';

/** How a field stands in the form: as one line, as more of them, chosen among names, or as a list. */
export type How =
  | {
      readonly as:
        | 'line'
        | 'text'
        | 'commas'
        | 'also'
        | 'lines'
        | 'day'
        | 'when'
        | 'value'
        | 'numbers'
        | 'inferred'
        | 'flag';
    }
  | { readonly as: 'choice'; readonly among: readonly string[] }
  | { readonly as: 'one' | 'several'; readonly of: readonly ItemKind[] };

export type Field = { readonly key: string; readonly label: string; readonly needed?: true } & How;

export const KIND_NAMES: Readonly<Record<ItemKind, string>> = {
  head: 'The briefing',
  person: 'Person',
  organisation: 'Organisation',
  place: 'Place',
  side: 'Side',
  statement: 'Statement',
  event: 'Event',
  deal: 'Deal',
  figure: 'Figure',
  position: 'Position',
  background: 'Background',
  'key-point': 'Key point',
  note: 'Note on the source',
  topic: 'Topic',
  issue: 'Issue',
};

const SPEAKERS = ['person', 'organisation', 'side'] as const;
const STATES = ['announced', 'agreed', 'signed', 'in-force', 'off'];

const text: Field = { key: 'text', label: 'Words', as: 'text', needed: true };
const title: Field = { key: 'title', label: 'Title', as: 'line', needed: true };
const name: Field = { key: 'name', label: 'Name', as: 'line', needed: true };
const names: Field = { key: 'names', label: 'Also called, with commas between', as: 'also' };
const when: Field = { key: 'when', label: 'When: 2016-12-15, or 2016-12-15 to 2016-12-16', as: 'when' };
const side: Field = { key: 'side', label: 'Side', as: 'one', of: ['side'] };
const words: Field = {
  key: 'words',
  label: 'Words that people use for it, with commas between',
  as: 'commas',
};

const OWN: Readonly<Record<ItemKind, readonly Field[]>> = {
  head: [
    title,
    { key: 'command', label: 'Command, without the slash', as: 'line', needed: true },
    { key: 'about', label: 'One line about the command', as: 'line', needed: true },
    { key: 'summary', label: 'What happened, in a line', as: 'text', needed: true },
    { key: 'examples', label: 'Questions to try first, one a line', as: 'lines' },
  ],
  person: [
    name,
    { key: 'role', label: 'What they are', as: 'line' },
    { key: 'organisation', label: 'Organisation', as: 'one', of: ['organisation'] },
    side,
    names,
    { key: 'unnamed', label: 'The source does not name them', as: 'flag' },
  ],
  organisation: [name, { key: 'what', label: 'What it is', as: 'line' }, side, names],
  place: [name, { key: 'what', label: 'What it is', as: 'line' }, names],
  side: [
    name,
    {
      key: 'kind',
      label: 'What it is',
      as: 'choice',
      among: ['government', 'people', 'observers', 'other'],
      needed: true,
    },
    names,
  ],
  statement: [
    { key: 'speakers', label: 'Who said it', as: 'several', of: SPEAKERS, needed: true },
    { key: 'mode', label: 'Direct or reported', as: 'choice', among: ['direct', 'reported'], needed: true },
    text,
    { key: 'via', label: 'Who tells that they said it', as: 'one', of: SPEAKERS },
    { key: 'about', label: 'What it is about', as: 'line' },
    { key: 'setting', label: 'Where or how it was said', as: 'line' },
    when,
  ],
  event: [
    title,
    text,
    when,
    { key: 'place', label: 'Place', as: 'one', of: ['place'] },
    { key: 'main', label: 'A part of what the briefing is about itself', as: 'flag' },
  ],
  deal: [
    title,
    text,
    { key: 'parties', label: 'Who makes it', as: 'several', of: SPEAKERS, needed: true },
    { key: 'sum', label: 'Sum, as the source writes it', as: 'line' },
    { key: 'state', label: 'How far it has come', as: 'choice', among: ['', ...STATES] },
    when,
  ],
  figure: [
    { key: 'value', label: 'Number', as: 'value', needed: true },
    { key: 'unit', label: 'What is counted', as: 'line', needed: true },
    { key: 'shown', label: 'As the source writes it', as: 'line', needed: true },
    { key: 'of', label: 'Of what', as: 'line', needed: true },
    text,
    when,
  ],
  position: [
    { key: 'side', label: 'Whose position', as: 'one', of: ['side'], needed: true },
    { key: 'issue', label: 'On which issue', as: 'one', of: ['issue'], needed: true },
    text,
    { key: 'according', label: 'Who said so', as: 'one', of: SPEAKERS },
  ],
  background: [title, text],
  'key-point': [text],
  note: [
    {
      key: 'kind',
      label: 'What is odd',
      as: 'choice',
      among: ['duplicate', 'gap', 'contradiction', 'wording', 'editing'],
      needed: true,
    },
    text,
  ],
  topic: [
    name,
    { key: 'about', label: 'What it holds, in a line', as: 'line', needed: true },
    { ...words, needed: true },
  ],
  issue: [name, words],
};

const CITED: readonly Field[] = [
  { key: 'topics', label: 'Topics', as: 'several', of: ['topic'] },
  {
    key: 'inferred',
    label: 'Not in the source in so many words, one a line: words = why we say them',
    as: 'inferred',
  },
];

/** The fields of a kind's form, those that almost nobody needs last. */
export function fieldsOf(kind: ItemKind): readonly Field[] {
  return ['head', 'topic', 'issue'].includes(kind) ? OWN[kind] : [...OWN[kind], ...CITED];
}

/** What a field's input shows. */
export function shown({ as, key }: Field, fields: Fields): string {
  const value = fields[key];
  if (key === 'summary') return String((value as Fields | undefined)?.text ?? '');
  if (value === undefined || value === null) return '';
  switch (as) {
    case 'also':
      return (((value as Fields).also ?? []) as readonly string[]).join(', ');
    case 'commas':
      return (value as readonly string[]).join(', ');
    case 'lines':
      return (value as readonly string[]).join('\n');
    case 'when': {
      const { on, until } = value as { on?: string; until?: string };
      return until === undefined ? String(on ?? '') : `${on} to ${until}`;
    }
    case 'value':
      return typeof value === 'number' ? String(value) : JSON.stringify(value);
    case 'inferred':
      return (value as readonly { says: string; why: string }[])
        .map(({ says, why }) => `${says} = ${why}`)
        .join('\n');
    default:
      return String(value);
  }
}

/** What is typed as the field's value; null where it is left out. */
export function typed(field: Field, text: string, before: unknown): unknown {
  const trimmed = text.trim();
  switch (field.as) {
    case 'also': {
      const also = list(text, ',');
      const rest = (before ?? {}) as Fields;
      return also.length === 0 && Object.keys(rest).every((key) => key === 'also') ? null : { ...rest, also };
    }
    case 'commas':
      return orNull(list(text, ','));
    case 'lines':
      return orNull(list(text, '\n'));
    case 'when': {
      const [on = '', until] = trimmed.split(/\s+(?:to|until|–|-)\s+/);
      return on === '' ? null : { on, ...(until ? { until } : {}) };
    }
    case 'value':
      return amountIn(trimmed);
    case 'inferred':
      return orNull(
        list(text, '\n').map((line) => {
          const at = line.indexOf('=');
          return at < 0
            ? { says: line, why: '' }
            : { says: line.slice(0, at).trim(), why: line.slice(at + 1).trim() };
        }),
      );
    default:
      if (field.key === 'summary') return { ...(before as object), text: trimmed };
      return trimmed === '' && !(field.needed && field.key === 'text') && !EMPTY.has(field.key)
        ? null
        : trimmed;
  }
}

/** May be empty, and are written then. */
const EMPTY = new Set(['role', 'what']);

function orNull(all: readonly unknown[]): unknown {
  return all.length === 0 ? null : all;
}

function list(text: string, by: string): string[] {
  return text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A number, or what JSON makes of it: a range, a share. */
function amountIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/(?<=\d),(?=\d{3}\b)/g, ''));
  } catch {
    return text;
  }
}

/** What an item is called in lists. */
export function titleOf({ id, kind, fields }: Pick<ReviewItem, 'id' | 'kind' | 'fields'>): string {
  if (kind === 'head') return String(fields.title ?? '');
  if (kind === 'figure') return `${fields.shown} ${fields.of}`;
  return String(fields.name ?? fields.title ?? (fields.text || id));
}
