import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What no file of the repository may hold, by its form. A test that needs one puts it together from parts. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a Slack token': /\bxox[a-z]-[0-9A-Za-z-]{20,}/gu,
  'a Slack app token': /\bxapp-\d-[0-9A-Za-z-]{20,}/gu,
  'a Slack webhook': /hooks\.slack\.com\/(?:services|workflows)\/T[0-9A-Z]+\/[0-9A-Z]+\/\w+/gu,
  'a Discord token': /\b[MNO][\w-]{23,27}\.[\w-]{6,7}\.[\w-]{27,}/gu,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/gu,
  'a key of a cloud': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b/gu,
  'a token of a forge or a registry':
    /\b(?:gh[pousr]_\w{36}|github_pat_\w{40,}|glpat-[\w-]{20}|npm_\w{36})\b/gu,
  'a key of a model': /\bsk-[A-Za-z0-9-]{20,}/gu,
};

/** Where somebody's machine keeps its files. What every image and every unit has is nobody's. */
const MACHINES = /(?<![\w.])(?:\/home\/\w|\/Users\/\w|\/root\/|\/work\/\w|\/tmp\/\w|[A-Z]:\\Users\\)/gu;

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);

function* linesWith(form: RegExp): Generator<string> {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    if (text.includes('\0')) continue;
    for (const { 0: found, index } of text.matchAll(form)) {
      yield `${file}:${text.slice(0, index).split('\n').length}: ${found}`;
    }
  }
}

describe('the repository', () => {
  it.each(Object.entries(SECRETS))('holds no %s', (_, form) => {
    expect(files.length).toBeGreaterThan(300);
    expect([...linesWith(form)]).toEqual([]);
  });

  it('names no folder of anybody’s machine', () => {
    expect([...linesWith(MACHINES)]).toEqual([]);
  });

  it('names in its documents only files and folders that there are', () => {
    const documents = files.filter((file) =>
      /^(?:docs\/[\w-]+\.md|README\.md|CONTRIBUTING\.md)$/u.test(file),
    );
    const named = documents.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(/`((?:src|test|commands|briefings|docs|deploy)\/[\w./-]+)`/gu),
      ].map(([, path = '']) => ({ file, path })),
    );
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
  });

  it('has exact versions, and a lock without addresses of registries', () => {
    const project = JSON.parse(readFileSync('package.json', 'utf8'));
    const versions = Object.entries({ ...project.dependencies, ...project.devDependencies });
    for (const [name, version] of versions)
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(?:-[\w.]+)?$/u);
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { resolved?: string; integrity?: string }>;
    };
    const installed = Object.entries(packages).filter(([path]) => path !== '');
    expect(installed.length).toBeGreaterThan(200);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(installed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it('has a compose file in which no profile needs what another one does', () => {
    // Compose reads the whole file before it looks at profiles.
    const needed = [...readFileSync('compose.yaml', 'utf8').matchAll(/\$\{(\w+)(:?[-?])?/gu)];
    expect(needed.length).toBeGreaterThan(0);
    for (const [, name, otherwise] of needed) expect(`${name} ${otherwise}`).toBe(`${name} :-`);
  });

  it('would notice a secret', () => {
    const token = ['xoxb', '1234567890', '1234567890', 'a'.repeat(24)].join('-');
    expect(token.match(SECRETS['a Slack token']!)).toHaveLength(1);
    expect(
      `${'M'.repeat(24)}.${'a'.repeat(6)}.${'b'.repeat(30)}`.match(SECRETS['a Discord token']!),
    ).toHaveLength(1);
    expect(['', 'home', 'somebody', 'x'].join('/').match(MACHINES)).toHaveLength(1);
  });
});
