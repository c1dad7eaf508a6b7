import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Found, find } from '../../src/words/find.ts';
import { nameOf } from '../../src/words/names.ts';
import { body, briefing, choicesOf, reply } from '../commands/kuril.ts';
import { runs } from '../kit/runs.ts';

function names(found: Found): string[] {
  if (found.kind === 'one') return [nameOf(found.thing)];
  return (found.kind === 'several' ? found.things : found.nearest).map(nameOf);
}

describe('a name', () => {
  it.each([
    ['newsham', 'Grant Newsham'],
    ['Grant', 'Grant Newsham'],
    ['NEWSHAM', 'Grant Newsham'],
    ['research fellow', 'Grant Newsham'],
    ['Mr Newsham', 'Grant Newsham'],
    ["Newsham's", 'Grant Newsham'],
    ['newshm', 'Grant Newsham'],
    ['Newhsam', 'Grant Newsham'],
    ['Yuji', 'Hosaka Yuji'],
    ['hosaka yuji', 'Hosaka Yuji'],
    ['yuji hosaka', 'Hosaka Yuji'],
    ['Hosaka Yūji', 'Hosaka Yuji'],
    ['hosak', 'Hosaka Yuji'],
    ['hosaca', 'Hosaka Yuji'],
    ['保坂', 'Hosaka Yuji'],
    ['shinzo', 'Shinzo Abe'],
    ['Abe Shinzo', 'Shinzo Abe'],
    ['安倍', 'Shinzo Abe'],
    ['安倍晋三', 'Shinzo Abe'],
    ['安倍さん', 'Shinzo Abe'],
    ['アベ', 'Shinzo Abe'],
    ['Абэ', 'Shinzo Abe'],
    ['Путин', 'Vladimir Putin'],
    ['ПУТИН', 'Vladimir Putin'],
    ['プーチン', 'Vladimir Putin'],
    ['푸틴', 'Vladimir Putin'],
    ['President Putin', 'Vladimir Putin'],
    ['ｐｕｔｉｎ', 'Vladimir Putin'],
    ['puttin', 'Vladimir Putin'],
    ['kremlin aide', 'A Kremlin economic aide'],
    ['the kremlin economic aide', 'A Kremlin economic aide'],
    ['japanese spokesman', 'A Japanese spokesman'],
    ['spokesman', 'A Japanese spokesman'],
    ['japanese official', 'A Japanese official'],
    ['protesters', 'Nationalist protesters in Tokyo'],
    ['novatek', 'Novatek'],
    ['JBIC', 'Japan Bank for International Cooperation'],
    ['bank of international cooperation', 'Japan Bank for International Cooperation'],
    ['g7', 'Group of Seven'],
    ['japan', 'Japan'],
    ['Moscow', 'Russia'],
    ['islanders', 'The islanders'],
    ['etorofu', 'Etorofu (Iturup)'],
    ['北方領土', 'southern Kuril Islands (Northern Territories)'],
    ['wrangel', 'Wrangel Island'],
  ])('%j finds %s', (typed, name) => {
    const found = find(typed, briefing);
    expect([found.kind, ...names(found)]).toEqual(['one', name]);
  });

  it.each([
    ['japanese', ['A Japanese spokesman', 'A Japanese official', 'Japan']],
    ['think tank', ['Grant Newsham', 'Japan Forum for Strategic Studies']],
  ])('%j may be several, and all of them are offered', (typed, expected) => {
    const found = find(typed, briefing);
    expect(found.kind).toBe('several');
    expect(names(found)).toEqual(expect.arrayContaining(expected));
    const labels = choicesOf(reply(`person ${typed}`)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(expected));
  });

  it.each(['Angela Merkel', 'xyzzy', '🙂', '!!', 'x'.repeat(5000)])('%j finds nobody', (typed) => {
    expect(find(typed, briefing).kind).toBe('none');
  });

  it('beside another name finds no third in whose description both are named', () => {
    expect(find('newsham china', briefing).kind).toBe('none');
    expect(body('newsham china')).toContain('hedge their bets against the Chinese');
  });

  it('that nobody bears leads to the nearest, never to a dead end', () => {
    expect(names(find('Yuji Tanaka', briefing))[0]).toBe('Hosaka Yuji');
    for (const words of [
      'person Yuji Tanaka',
      'person xyzzy',
      'quotes xyzzy',
      'topic xyzzy',
      'positions xyzzy',
    ]) {
      expect(choicesOf(reply(words)).length, words).toBeGreaterThan(1);
    }
  });

  it('of five letters or more is found or offered with one letter wrong', () => {
    const known = [...briefing.people, ...briefing.organisations].filter(
      ({ name }) => name.replaceAll(' ', '').length >= 5,
    );
    fc.assert(
      fc.property(fc.constantFrom(...known), edit(), (bearer, mistake) => {
        const typed = mistake(bearer.name);
        expect(names(find(typed, briefing))).toContain(bearer.name);
        const answer = reply(`person ${typed}`);
        const shown = answer.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
        expect([...shown, ...choicesOf(answer).map(({ label }) => label)]).toContain(bearer.name);
      }),
      { numRuns: runs(1000) },
    );
  });
});

/** One letter lost, added, replaced or swapped with its neighbour, anywhere. */
function edit(): fc.Arbitrary<(name: string) => string> {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzж ');
  return fc
    .tuple(fc.nat(), fc.constantFrom('lose', 'add', 'replace', 'swap'), letter)
    .map(([place, kind, other]) => (name: string) => {
      const at = place % name.length;
      const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
      if (kind === 'lose') return before + after;
      if (kind === 'add') return before + other + here + after;
      if (kind === 'replace') return before + other + after;
      return before + after.slice(0, 1) + here + after.slice(1);
    });
}
