import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/list.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { parse } from '../../src/typed/parse.ts';
import { respond } from '../../src/typed/respond.ts';
import { runs } from '../kit/runs.ts';
import { askOf, briefing, choicesOf, recordingDesk } from './kuril.ts';

const NASTY = [
  '@everyone',
  '<!channel>',
  '<@U1>'.repeat(200),
  '*_~`>'.repeat(300),
  '../../etc/passwd',
  "'; drop table subscriptions; --",
  '__proto__',
  'constructor',
  'toString',
  'person __proto__',
  'topic constructor',
  'source 999999999',
  'source -1',
  'source 1e9',
  'source ١٦',
  'positions hasOwnProperty',
  '\u202enewsham',
  '\u0000\u0007',
  'a'.repeat(6_000),
  'people '.repeat(20_000),
  `quotes ${'about '.repeat(5_000)}`,
  '🙂'.repeat(3_000),
  '\ud800',
  '(a+)+$',
  `show ${'the '.repeat(10_000)}`,
  `${' '.repeat(50_000)}x`,
  `x${'?'.repeat(50_000)}x`,
  `quotes ${' '.repeat(50_000)}x`,
];

describe('hostile words', () => {
  it.each(NASTY)('get an answer, however long they are (%#)', async (words) => {
    const answer = await respond(words, askOf(words), briefing, recordingDesk().desk, en);
    expect(plain(answer, en)).not.toBe('');
  });

  it('of any kind never throw, alone or after a command', () => {
    const command = fc.constantFrom(
      '',
      ...COMMANDS.filter(({ kind }) => kind === 'reading').map(({ name }) => `${name} `),
    );
    fc.assert(
      fc.property(command, fc.string({ unit: 'binary', maxLength: 80 }), (name, words) => {
        const parsed = parse(name + words, briefing);
        if (parsed.kind === 'command' && parsed.command.kind === 'channel') return;
        const answer = respond(name + words, askOf(words), briefing, recordingDesk().desk, en);
        if (answer instanceof Promise) throw new Error('A reading command answers at once');
        for (const { label, says } of choicesOf(answer)) {
          expect(label.length).toBeLessThanOrEqual(75);
          expect(says.length).toBeLessThanOrEqual(80);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('are not repeated where they are long', () => {
    const words = `person ${'Xy'.repeat(45)}`;
    const answer = respond(words, askOf(words), briefing, recordingDesk().desk, en);
    expect(JSON.stringify(answer)).not.toContain('XyXyXyXy');
  });
});
