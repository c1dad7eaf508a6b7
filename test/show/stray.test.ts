import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

/**
 * What the bot says stands in the catalogue, src/show/messages. Elsewhere English may stand only
 *
 * - in the log and in thrown errors, which whoever runs the bot reads beside the code;
 * - where it is read and not said: words, patterns and names that people type;
 * - in what the tools for a briefing's files tell about them, beside their English keys;
 * - in what is made ahead of time: documents, and data with the reason for each line.
 *
 * A file that is in none of these has no place here.
 */
const APART: readonly { readonly part: RegExp; readonly why: string }[] = [
  { part: /^src\/(words|ask)\//, why: 'words that are read, and the reasons that `explain` prints' },
  { part: /^src\/(briefing|drafting)\//, why: 'what is told of a briefing’s files' },
  { part: /^src\/ops\/(store-watch\.ts|metrics\/)/, why: 'health and metrics, which a supervisor reads' },
  { part: /^src\/main\/(rights|releasing)\.ts$/, why: 'a document, and the head of a file' },
  { part: /^src\/main\/explain\.ts$/, why: 'how a question was decided, for whoever mends it' },
  { part: /^src\/digest\/delivery\/at-start\.ts$/, why: 'why a channel waits, for the log' },
  { part: /^src\/(pictures\/data\/make\/|digest\/timetable\/data\/make-)/, why: 'data made ahead of time' },
  { part: /^src\/choosing\/prompt\.ts$/, why: 'what a model is told, which no reader sees' },
  { part: /^src\/platforms\/slack\/(scopes|manifest)\.ts$/, why: 'the manifest and the guide made from it' },
  { part: /^src\/platforms\/playground\/(page\/|html\.ts$)/, why: 'the page for trying it out' },
  { part: /^src\/platforms\/\w+\/courier\.ts$/, why: 'a few words on an odd answer, for the ledger' },
];

const files = execFileSync('git', [
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  'src',
  'commands',
])
  .toString()
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && existsSync(file) && !file.startsWith('src/show/messages/'));

/** It begins like a sentence, and has three words at least. */
const SENTENCE = /^\s*\p{Lu}[^\p{L}]*\p{L}+\s+\p{L}+[\s\S]*\s\p{L}{2,}/u;

const LOGGED = new Set(['debug', 'info', 'warn', 'error']);

type Node = { readonly type?: string; readonly [field: string]: unknown };

/** The sentences in a file's syntax, log lines and thrown errors left out. */
function sentencesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(sentencesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, ...fields } = node as Node;
  if (type === 'NewExpression' || type === 'ImportDeclaration' || isLogged(node as Node)) return [];
  if (type === 'Literal' || type === 'JSXText') return [String(fields.value)].filter(isSentence);
  if (type === 'TemplateLiteral') {
    const said = (fields.quasis as { value: { cooked: string } }[])
      .map(({ value }) => value.cooked)
      .join('…');
    return [...[said].filter(isSentence), ...sentencesIn(fields.expressions)];
  }
  return Object.values(fields).flatMap(sentencesIn);
}

/** A line of the log, or the words that an error of our own hands to `Error`. */
function isLogged({ type, callee }: Node): boolean {
  const { type: called, property } = (callee ?? {}) as Node & { property?: { name?: string } };
  return type === 'CallExpression' && (called === 'Super' || LOGGED.has(property?.name ?? ''));
}

function isSentence(text: string): boolean {
  return SENTENCE.test(text);
}

function straysIn(file: string): string[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  return sentencesIn(program).map((said) => `${file}: ${said}`);
}

it('leaves no sentence outside the catalogue and the data', () => {
  const strays = files.filter((file) => !APART.some(({ part }) => part.test(file))).flatMap(straysIn);
  expect(files.length).toBeGreaterThan(100);
  expect(strays).toEqual([]);
});

it('has no place set apart where no sentence stands', () => {
  const idle = APART.filter(
    ({ part }) => !files.filter((file) => part.test(file)).some((file) => straysIn(file).length > 0),
  );
  expect(idle).toEqual([]);
});
