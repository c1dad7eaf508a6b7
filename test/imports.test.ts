import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may know whom. A part may import itself, packages, and what stands here; the first rule whose `part` begins a
 * file's path is its rule. Only the composition (src/main.ts, src/main/) may know everyone.
 */
const RULES: readonly { part: string; may: readonly string[] }[] = [
  { part: 'src/text/', may: [] },
  // Numbers and dates are read alike in a question and in a proof; they know nothing of the model.
  { part: 'src/briefing/', may: ['src/text/', 'src/words/numbers', 'src/words/dates'] },
  { part: 'src/reply/', may: ['src/text/', 'src/show/messages/'] },
  { part: 'src/ports/', may: ['src/reply/', 'src/show/messages/'] },
  { part: 'src/words/', may: ['src/text/', 'src/briefing/'] },
  {
    part: 'src/show/',
    may: [
      'src/text/',
      'src/briefing/',
      'src/words/',
      'src/reply/',
      'src/ports/',
      // What was decided, as plain data; no score.
      'src/ask/decision.ts',
      'src/ask/verdict/verdict.ts',
    ],
  },
  { part: 'src/ask/', may: ['src/text/', 'src/briefing/', 'src/words/'] },
  {
    part: 'src/typed/',
    may: [
      'commands/',
      'src/text/',
      'src/briefing/',
      'src/words/',
      'src/reply/',
      'src/ports/',
      'src/ask/',
      'src/show/',
    ],
  },
  {
    part: 'commands/',
    may: ['src/text/', 'src/briefing/', 'src/words/', 'src/reply/', 'src/ports/', 'src/ask/', 'src/show/'],
  },
  {
    part: 'src/digest/',
    may: ['src/text/', 'src/briefing/', 'src/words/', 'src/reply/', 'src/ports/', 'src/show/'],
  },
  {
    part: 'src/drafting/',
    // What the editor's page knows of a draft is a port.
    may: ['src/text/', 'src/briefing/', 'src/words/', 'src/show/messages/', 'src/ports/review.ts'],
  },
  {
    part: 'src/pictures/',
    may: [
      'src/text/',
      'src/briefing/',
      'src/ports/',
      'src/show/messages/',
      // How places are called and citations are written: the same as in words.
      'src/words/names.ts',
      'src/reply/citation.ts',
    ],
  },
  { part: 'src/store/', may: ['src/ports/', 'src/config.ts', 'src/show/messages/'] },
  { part: 'src/choosing/', may: ['src/ports/', 'src/config/model.ts'] },
  { part: 'src/ops/', may: ['src/ports/', 'src/config.ts', 'src/show/messages/'] },
  {
    part: 'src/platforms/slack/',
    may: ['src/reply/', 'src/ports/', 'src/text/', 'src/config.ts', 'src/show/messages/'],
  },
  {
    part: 'src/platforms/discord/',
    may: ['src/reply/', 'src/ports/', 'src/text/', 'src/config.ts', 'src/show/messages/'],
  },
  {
    part: 'src/platforms/playground/',
    may: ['src/reply/', 'src/ports/', 'src/text/', 'src/config.ts', 'src/show/messages/'],
  },
  { part: 'src/platforms/terminal/', may: ['src/reply/', 'src/ports/', 'src/text/', 'src/show/messages/'] },
  { part: 'src/config', may: ['src/text/', 'src/show/messages/'] },
  {
    part: 'src/bot.ts',
    may: ['src/briefing/', 'src/typed/', 'src/reply/', 'src/ports/', 'src/show/messages/'],
  },
  { part: 'src/main.ts', may: [''] },
  { part: 'src/main/', may: [''] },
  { part: 'test/', may: [''] },
];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'])
  .toString()
  .split('\n')
  .filter((file) => file !== '' && file.includes('/'));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+|new URL\(\s*)['"](\.[^'"]+)['"]/g);
  return [...found].map(([, target = '']) => path.posix.join(path.posix.dirname(file), target));
}

function ruleFor(file: string) {
  return RULES.find(({ part }) => file.startsWith(part));
}

function forbiddenIn(file: string): string[] {
  const rule = ruleFor(file);
  if (rule === undefined) return [`${file} stands in no part that has a rule`];
  return importsOf(file)
    .filter((target) => ![rule.part, ...rule.may].some((part) => target.startsWith(part)))
    .map((target) => `${file} imports ${target}`);
}

/** What is left of a file's imports once the types are stripped; what is loaded later makes no circle. */
function importsAtRunTime(file: string): string[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?from\s+)?'(\.[^']+)';/gmu,
  );
  return [...statements].map(([, target = '']) => path.posix.join(path.posix.dirname(file), target));
}

/** Every way that comes back to where it began, each once. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

describe('the parts', () => {
  it('import only what they may know', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(forbiddenIn)).toEqual([]);
  });

  it('go in no circle when they run', () => {
    expect(circlesIn(new Map(files.map((file) => [file, importsAtRunTime(file)])))).toEqual([]);
  });

  it('leave the environment to the composition', () => {
    const readers = files
      .filter((file) => !file.startsWith('test/') && !file.startsWith('src/main'))
      .filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    // The page's bundle is told that it is made for production: a name to replace, not a setting that is read.
    expect(readers.filter((file) => !/process\.env\.NODE_ENV/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('of the model know no package of a chat platform', () => {
    const known = files
      .filter((file) =>
        /^(commands|src\/(text|briefing|words|typed|reply|ports|ask|digest|show|drafting|pictures))\//.test(
          file,
        ),
      )
      .filter((file) => /from '(discord\.js|@slack\/)/.test(readFileSync(file, 'utf8')));
    expect(known).toEqual([]);
  });
});
