import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { loadBriefing } from '../../src/briefing/load.ts';
import { plain, plainText } from '../../src/reply/plain.ts';
import type { Block } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { FIRST_VIEW_CHARS } from '../../src/show/view.ts';
import { buttonsIn } from '../../src/show/ways.ts';
import { briefing, choicesOf, reply, whole } from './kuril.ts';

const VIEWS = [
  ...['', 'people', 'quotes', 'positions', 'deals', 'figures', 'timeline', 'map', 'topics', 'source', 'help'],
  ...briefing.people.flatMap(({ id }) => [`person ${id}`, `quotes ${id}`]),
  ...[...briefing.sides, ...briefing.organisations, ...briefing.places].map(({ id }) => `about ${id}`),
  ...briefing.topics.map(({ id }) => `topic ${id}`),
  ...briefing.issues.map(({ id }) => `positions ${id}`),
  ...briefing.refs.map(({ paragraph }) => `source ${paragraph}`),
  ...briefing.examples,
];

/** Questions as people typed them, of several kinds. */
const QUESTIONS = ['strangers', 'unanswerable', 'people'].flatMap((name) =>
  (load(readFileSync(`test/ask/questions/${name}.yaml`, 'utf8')) as { ask: string }[])
    .map(({ ask }) => ask)
    .slice(0, 40),
);

describe('the first view of the answer to a question', () => {
  it('is short too, over a hundred of them', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(100);
    for (const words of QUESTIONS) {
      const first = reply(words);
      const told = first.blocks.filter(({ kind }) => !['buttons', 'menu', 'heading', 'note'].includes(kind));
      if (told.length > 1) expect(plain(first, en).length, words).toBeLessThanOrEqual(FIRST_VIEW_CHARS);
      const buttons = first.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
      expect(buttons.length, words).toBeLessThanOrEqual(buttonsIn(first));
      expect(first.blocks.filter(({ kind }) => kind === 'menu').length, words).toBeLessThanOrEqual(1);
    }
  });
});

describe('the first view of an answer', () => {
  it('is short: few words, at most five controls, with sharing and flagging, and one menu', () => {
    for (const words of VIEWS) {
      const first = reply(words);
      const told = first.blocks.filter(({ kind }) => !['buttons', 'menu', 'heading', 'note'].includes(kind));
      const single = told.length === 1 && (told[0]!.kind === 'quotation' || told[0]!.kind === 'text');
      if (!single) expect(plain(first, en).length, words).toBeLessThanOrEqual(FIRST_VIEW_CHARS);
      const rows = first.blocks.flatMap((block) => (block.kind === 'buttons' ? [block.buttons] : []));
      expect(rows.flat().length, words).toBeLessThanOrEqual(buttonsIn(first));
      expect(first.blocks.filter(({ kind }) => kind === 'menu').length, words).toBeLessThanOrEqual(1);
    }
  });

  it('leaves nothing out for good: what is not shown is behind its first button', () => {
    for (const words of VIEWS) {
      const missing = linesOf(whole(words).blocks).filter(
        (line) => !linesOf(reply(words).blocks).includes(line),
      );
      if (missing.length === 0) continue;
      const more = choicesOf(reply(words))[0]!;
      expect(linesOf(reply(more.says).blocks), words).toEqual(expect.arrayContaining(missing));
    }
  });

  it('explains no word that it does not show', () => {
    for (const words of VIEWS) {
      const answer = whole(words);
      const why = choicesOf(answer).find(({ label }) => label === en.view.why);
      const shown = plain(answer, en);
      expect(why !== undefined, words).toBe(shown.replace(en.view.why, '').includes('†'));
      if (why !== undefined) expect(plain(reply(why.says), en)).toMatch(/“[^”]+”/u);
    }
  });

  it('keeps a question’s own words: one that ends in ‘all’ or ‘why’ is still that question', () => {
    expect(reply('Did they agree on anything at all').outcome).not.toBe('help');
    const asked = reply('Do the islanders want joint economic activities?');
    expect(asked.outcome).toBe('answered');
    expect(plain(reply('Do the islanders want joint economic activities? (all)'), en)).toContain(
      'Hosaka Yuji',
    );
  });
});

describe('a line that is copied out alone', () => {
  const said = briefing.statements;

  it('still names its paragraph, and its speaker with the mark of direct or reported speech', () => {
    for (const words of [...VIEWS, ...QUESTIONS]) {
      for (const line of plain(whole(words), en).split('\n')) {
        const statement = said.find(({ text }) => line.replaceAll('†', '').includes(text));
        if (statement === undefined) continue;
        expect(line, words).toMatch(/\[¶ [\d, ]+\]/u);
        expect(line, words).toContain(
          statement.mode === 'direct' ? en.rendering.directQuotation : 'reported',
        );
        for (const id of statement.speakers) {
          expect(line.toLowerCase(), words).toContain(
            briefing
              .nameOf(id)
              .replace(/^(?:A|An|The) /u, '')
              .toLowerCase(),
          );
        }
      }
    }
  });

  it('says of every claim where it stands, and of the article’s own voice that it is that', () => {
    for (const words of VIEWS) {
      for (const line of plain(whole(words), en).split('\n')) {
        const bare = line.replaceAll('†', '');
        const claim = briefing.claims.find(({ item }) => bare.includes(item.text));
        if (claim === undefined) continue;
        expect(line, words).toMatch(/\[¶ [\d, ]+\]/u);
        if (claim.kind === 'background') expect(line, words).toContain(en.claims.ownVoice);
      }
    }
  });
});

describe('a briefing that has less', () => {
  it('offers no view of which it has nothing', () => {
    const loaded = loadBriefing(new URL('../../briefings/kuril', import.meta.url).pathname);
    if (loaded.kind === 'faults') throw new Error('The briefing loads');
    const less = { ...loaded.briefing, deals: [], places: [] };
    for (const words of ['', 'figures', 'timeline', 'help']) {
      const says = choicesOf(reply(words, less)).map((choice) => choice.says);
      expect(says, words).not.toContain('deals');
      expect(says, words).not.toContain('map');
    }
  });
});

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => plainText(item, en));
    if (block.kind === 'facts') return block.facts.map(({ value }) => plainText(value, en));
    return block.kind === 'quotation' ? [block.words] : [];
  });
}
