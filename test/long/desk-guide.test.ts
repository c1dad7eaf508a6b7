/** docs/desk.md as it is written: its commands, one after the other, typed into a shell. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACTIONS } from '../../src/platforms/playground/page/desk/actions.ts';

const ROOT = join(import.meta.dirname, '../..');
const GUIDE = readFileSync(join(ROOT, 'docs/desk.md'), 'utf8');

/** The page is opened by a person; its own tests go through it. */
const BY_HAND = /npm run desk/;

it('goes from nothing to a released command in ten steps, each command as it stands there', () => {
  const steps = GUIDE.match(/^\d+\. /gm);
  expect(steps).toEqual(Array.from({ length: 10 }, (_, at) => `${at + 1}. `));
  const commands = [...GUIDE.matchAll(/^ +```\n([\s\S]*?)^ +```/gm)].map(([, command = '']) =>
    command.trim(),
  );
  expect(commands.length).toBeGreaterThan(4);
  const briefings = mkdtempSync(join(tmpdir(), 'attache-guide-'));
  const { PATH, HOME } = process.env;
  const said = commands
    .filter((command) => !BY_HAND.test(command))
    .map((command) =>
      execFileSync('sh', ['-c', command], {
        cwd: ROOT,
        env: { PATH, HOME, BRIEFINGS_DIR: briefings, DATA_DIR: join(briefings, '.data') },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  expect(said[1]).toContain('Tomas Ek');
  expect(said.at(-1)).toContain('ferry: revision 1 of ');
  expect(said.at(-1)).toContain('"command": "/ferry"');
  rmSync(briefings, { recursive: true });
});

it('names the keys that the desk has', () => {
  for (const { key } of ACTIONS) expect(GUIDE).toContain(`\`${key.toUpperCase()}\``);
  for (const [, picture = ''] of GUIDE.matchAll(/\]\((pictures\/[^)]+)\)/g))
    expect(existsSync(join(ROOT, 'docs', picture))).toBe(true);
});
