/** Words what Zod finds wrong so that somebody who edits YAML can mend it. */
import { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import type { Finding, Spot } from './draft.ts';

/** `at` is where the parsed `value` stands, `type` what it should have been. */
export function findingOf(issue: z.core.$ZodIssue, type: z.ZodType, at: Spot, value: unknown): Finding {
  const path = [...at.path, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const spot = { file: at.file, path };
  const field = String(issue.path.findLast((step) => typeof step === 'string') ?? 'item');

  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    if (valueAt(value, [...issue.path, key]) === null)
      return {
        at: { file: at.file, path: [...path, key] },
        found: `${quoted(key)} has nothing behind it`,
        expected:
          'if it is the rest of a text, put that text between quotation marks: inside { } and [ ] a comma ends it',
      };
    const known = keysAt(type, issue.path);
    const meant = nearest(key, known);
    return {
      at: { file: at.file, path: [...path, key] },
      found: `the unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${issue.keys.map(quoted).join(', ')}`,
      expected: meant
        ? `did you mean '${meant}'? The keys here: ${known.join(', ')}`
        : `the keys here: ${known.join(', ')}`,
    };
  }
  const given = valueAt(value, issue.path);
  if (given === undefined) {
    return { at: spot, found: `'${field}' is missing`, expected: `add '${field}': ${expectedBy(issue)}` };
  }
  return { at: spot, found: `'${field}' is ${shown(given)}`, expected: `expected ${expectedBy(issue)}` };
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `at least ${issue.minimum} of them`
        : issue.origin === 'string'
          ? 'a text that is not empty'
          : `${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `${issue.maximum} or less`;
    case 'invalid_format':
      if (issue.format === 'date') return 'a day of the calendar as YYYY-MM-DD';
      if (issue.format === 'regex' && issue.message.startsWith('Invalid'))
        return `what fits ${issue.pattern}`;
      return issue.message;
    default:
      return issue.message;
  }
}

const TYPES: Record<string, string> = {
  string: 'a text (put it in quotation marks if it looks like a number or a date)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two numbers',
  object: 'keys with values',
};

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function quoted(key: string): string {
  return `'${key}'`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}

/** The keys that the schema has at a path. */
function keysAt(type: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner = bare(type);
  for (const step of path) {
    if (inner instanceof z.ZodObject) inner = bare(inner.shape[String(step)]);
    else if (inner instanceof z.ZodArray) inner = bare(inner.element as z.ZodType);
    else return [];
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function bare(type: z.ZodType): z.ZodType {
  let inner = type;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}
