import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/list.ts';
import { en } from '../../src/show/messages/en.ts';
import { fold } from '../../src/text/fold.ts';
import { complete, meantBy } from '../../src/typed/complete.ts';
import { parse } from '../../src/typed/parse.ts';
import { briefing, reply } from './kuril.ts';

function says(typed: string, max = 25): string[] {
  return complete(briefing, typed, max, en).map((one) => one.says);
}

describe('completion', () => {
  it('offers views before anything is typed', () => {
    expect(says('').slice(0, 3)).toEqual(['overview', 'people', 'quotes']);
    expect(says('').length).toBe(25);
  });

  it.each([
    ['news', 'person newsham'],
    ['yuji', 'person hosaka'],
    ['安', 'person abe'],
    ['Пут', 'person putin'],
    ['kremlin a', 'person kremlin aide'],
    ['newshm', 'person newsham'],
    ['time', 'timeline'],
    ['ener', 'topic energy'],
    ['quotes ab', 'quotes abe'],
    ['positions sov', 'positions sovereignty'],
    ['source 16', 'source 16'],
    ['subs', 'subscribe'],
    ['novat', 'about novatek'],
    ['/kuril peop', 'people'],
    ['what did abe', 'What did Abe say about trust?'],
  ])('of %j begins with %j', (typed, first) => {
    expect(says(typed).slice(0, 2)).toContain(first);
  });

  it('offers the commands that begin as was typed before what is merely called so', () => {
    // Some commands are nothing without what comes after them, and are not offered bare.
    const bare = new Set(says('', 200));
    for (const { name } of COMMANDS.filter((one) => bare.has(one.name))) {
      const letters = name.slice(0, 3);
      expect(says(letters)[0], letters).toMatch(new RegExp(`^${letters}\\w*$`, 'u'));
    }
  });

  it('answers whatever it offers', () => {
    for (const typed of ['', 'p', 'quotes', 'positions', 'source', 'topic', 'person', 'a', 'e']) {
      for (const words of says(typed, 200)) {
        if (/^(digest|subscribe|skip|pause|resume|unsubscribe|status|doctor|forget)/.test(words)) continue;
        expect(['answered', 'help'], words).toContain(reply(words).outcome);
      }
    }
  });

  it('keeps to Discord’s limits whatever is typed: labels of 1 to 100 characters, each word once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.nat(30), (typed, max) => {
        const offered = complete(briefing, typed, max, en);
        expect(offered.length).toBeLessThanOrEqual(max);
        expect(new Set(offered.map((one) => one.says)).size).toBe(offered.length);
        for (const one of offered) {
          for (const text of [one.label, one.says]) {
            expect(text.trim().length).toBeGreaterThan(0);
            expect(text.length).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });
});

describe('a completion’s label, sent as text', () => {
  it('means what the completion means, for every completion that there is', () => {
    const all = complete(briefing, '', 1_000, en);
    expect(all.length).toBeGreaterThan(100);
    for (const { label, says } of all) expect(meantBy(label, briefing, en) ?? label, label).toBe(says);
    for (const { label, says } of all.filter(({ says: words }) => parse(words, briefing).kind !== 'command'))
      expect(reply(label).blocks, label).toEqual(reply(says).blocks);
  });

  it('is no other’s', () => {
    const labels = complete(briefing, '', 1_000, en).map(({ label }) => fold(label));
    expect(new Set(labels).size).toBe(labels.length);
  });
});
