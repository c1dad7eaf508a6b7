import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBot } from '../../src/bot.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { check } from '../../src/briefing/check.ts';
import { wordFault } from '../../src/briefing/fault.ts';
import { readTexts } from '../../src/briefing/files.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { newsSince } from '../../src/briefing/news.ts';
import { nextRevision, readReleased } from '../../src/briefing/release.ts';
import { updateSource } from '../../src/briefing/update.ts';
import { writeFolder } from '../../src/briefing/write.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { askOf, reply } from '../commands/kuril.ts';
import { silent } from '../kit/log.ts';
import { briefing, DAYS, story } from './kit.ts';

describe('a story of three articles over three days', () => {
  test('is proven on each day, letter by letter', () => {
    for (const day of DAYS)
      expect(check(readTexts(day))).toMatchObject({ kind: 'proven', proven: { by: 'exact' } });
  });

  test('tells on each day what is new, what was replaced and what was put right', () => {
    const { folder, release, remove } = story();
    onTestFinished(remove);
    release(0);
    const second = release(1);
    expect(
      newsSince(second, 1)
        .news.filter(({ id }) => !/quote/u.test(id))
        .map(({ kind, id }) => `${kind} ${id}`),
    ).toEqual(
      expect.arrayContaining([
        'corrected plant-closed-2009',
        'superseded mediation-planned',
        'added mediation-off',
        'added plant-closed-2011',
      ]),
    );
    const third = release(2);
    const news = newsSince(third, 2).news.map(({ kind, id }) => `${kind} ${id}`);
    expect(news).toEqual(
      expect.arrayContaining(['changed read', 'added mediation-april', 'superseded mediation-off']),
    );
    expect(news.some((line) => /ruling|plant-closed|mediation-planned/u.test(line))).toBe(false);
    expect(
      newsSince(third, 0)
        .news.filter(({ id }) => id === 'mediation-planned')
        .map(({ kind }) => kind),
    ).toEqual(['superseded']);
    expect(loadBriefing(folder).kind).toBe('loaded');
  });

  test('tells a channel what came since its own last edition, and another what the newest release brought', async () => {
    const { release, remove } = story();
    onTestFinished(remove);
    release(0);
    release(1);
    const third = release(2);
    const editions = new Map([
      ['C-all', 3],
      ['C-first', 1],
    ]);
    const briefings = [third];
    const desk: Desk = {
      ...noDesk(briefings, messagesFor),
      lastRevision: async ({ place }) => editions.get(place.channel),
    };
    const bot = createBot({ briefings, desk, log: silent, reference: () => 'ref', messagesFor });
    const news = async (channel: string, words = 'new (all)') => {
      const ask = { ...askOf(words), briefing: third.id };
      return plain(await bot.respond({ ...ask, place: { ...ask.place, channel } }), en);
    };
    expect(await news('C-all')).toContain('Nothing has changed since the last edition in this channel.');
    expect(await news('C-first')).toMatch(
      /^What is new[\s\S]*Since the last edition in this channel\. Revision 3/u,
    );
    expect(await news('C-first')).toContain('closed it in 2011');
    expect(await news('C-none')).not.toContain('closed it in 2011');
    expect(await news('C-none')).not.toContain('last edition');
  });

  test('never gives what was replaced as the present, nor what was corrected without its correction', () => {
    const [, second, third] = DAYS.map(briefing) as [Briefing, Briefing, Briefing];
    expect(shown('When did Tarrow close the plant?', second)).toContain('2011');
    expect(shown('When did Tarrow close the plant?', second)).not.toContain('2009');
    expect(shown('How many people are entitled to share in the damages?', third)).toContain('1,163');
    expect(shown('How many people are entitled to share in the damages?', third)).not.toContain('1,140');
    for (const later of [second, third]) {
      const text = shown('When is the mediation?', later);
      expect(text).not.toContain('both plan to attend');
    }
  });

  test('has what is right once: a second correction of the same item is a fault that says what to name instead', () => {
    const { folder, release, remove } = story();
    onTestFinished(remove);
    release(2);
    const file = join(folder, 'background.yaml');
    appendFileSync(
      file,
      `- id: plant-closed-2012
  title: The plant
  text: Tarrow opened its Carrow Springs plant in 1958 and closed it in 2011.
  corrects: { item: plant-closed-2009, why: An earlier report misstated the year of the closing. }
  paragraphs: { day2: [14, 19] }
`,
    );
    const loaded = loadBriefing(folder);
    const faults = loaded.kind === 'faults' ? loaded.faults.map(wordFault) : [];
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain("'plant-closed-2009' is corrected by 'plant-closed-2011' already");
    expect(faults[0]).toContain("name 'plant-closed-2011' here");
  });

  test('has each old reference at the right paragraph when the first day’s article comes in a new version', () => {
    const { folder, release, remove } = story();
    onTestFinished(remove);
    const before = release(0);
    const texts = readTexts(folder);
    const article = texts.articles.get('day1') ?? '';
    const [head = '', ...rest] = article
      .split('\n\n')
      .filter((paragraph) => !/^The U\.S\. Env/u.test(paragraph));
    const newer = [head, 'An editor put this paragraph in.', ...rest]
      .join('\n\n')
      .replace('9:40 a.m.', '9:45 a.m.');
    const updated = updateSource(texts, 'day1', newer);
    if (updated.kind === 'refused') throw new Error(updated.why);
    expect(updated.alignment.added).toContain(2);
    expect(updated.alignment.vanished.length).toBeGreaterThan(0);
    writeFolder(folder, updated.files);
    const result = check(readTexts(folder));
    const faults = result.kind === 'faults' ? result.faults.map(({ found }) => found) : [];
    expect(faults).toEqual(['no item uses paragraph 2']);
    expect(
      nextRevision(readReleased(readTexts(folder).released), briefing(folder), '2024-03-13'),
    ).toBeUndefined();
    expect(before.revision.number).toBe(1);
  });
});

function shown(question: string, of: Briefing): string {
  return plain(reply(question, of), en);
}
