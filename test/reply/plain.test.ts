import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/reply/plain.ts';
import type { Block, Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { cites } from './cites.ts';
import * as some from './replies.ts';

describe('a reply in plain text', () => {
  test('reads as a person would say it', () => {
    expect(plain(some.ORDINARY, en)).toBe(
      [
        'Grant Newsham',
        'A retired officer and senior research fellow in Tokyo [¶ 31]',
        'In his own words',
        '“A sentence of the usual length, said on the record and shown word for word.” — Grant Newsham, in an interview, direct quotation [¶ 32]',
        'Side: analysts\nQuoted: 2 times [¶ 32, 33]\nNext edition: Sat 17 Dec 2016, 09:00 Asia/Tokyo',
        '• Reported: the islands matter to the fleet [¶ 34]\n• Reported: the deals came first [¶ 35, 36]',
        'Reported speech is in our own words; each line names its paragraph.',
        'You can also type: quotes · people',
      ].join('\n\n'),
    );
  });

  test('puts a picture into words', () => {
    expect(plain(of({ kind: 'picture', picture: 'map', briefing: 'kuril', alt: 'Four islands' }), en)).toBe(
      'Picture in words: Four islands',
    );
  });

  test('says so when there is nothing to show', () => {
    expect(plain(of(), en)).toBe('There is nothing to show here.');
    expect(plain(of({ kind: 'text', text: [' ', '\n'] }), en)).toBe('There is nothing to show here.');
  });

  test('never sets quotation marks twice around direct speech', () => {
    const quotation = { kind: 'quotation', words: '“Words.”', by: ['Somebody'], cite: cites(1) } as const;
    expect(plain(of(quotation), en)).toBe('“Words.” — Somebody, direct quotation [¶ 1]');
  });

  test('keeps the quotation marks that stand inside direct speech', () => {
    const quotation = {
      kind: 'quotation',
      words: '“Ours” and “theirs”',
      by: ['Somebody'],
      cite: cites(1),
    } as const;
    expect(plain(of(quotation), en)).toBe('““Ours” and “theirs”” — Somebody, direct quotation [¶ 1]');
  });

  test('holds all that was said, and nothing that would act on a terminal', () => {
    fc.assert(
      fc.property(some.reply, (reply) => {
        const words = plain(reply, en);
        expect(some.firstLost(some.wordsOf(reply), words)).toBeUndefined();
        expect(words).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        expect(words.isWellFormed()).toBe(true);
      }),
    );
  });
});

function of(...blocks: Block[]): Reply {
  return { outcome: 'answered', shareable: false, blocks };
}
