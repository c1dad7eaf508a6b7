import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { wordFault } from '../../src/briefing/fault.ts';
import { loadBriefing, loadBriefings } from '../../src/briefing/load.ts';
import { copyOf, HARBOUR, HARBOUR_ARTICLE, KURIL, lineOf } from './copy.ts';

describe('the Kuril briefing, loaded', () => {
  const kuril = loaded(KURIL);

  test('has the four quotations, each under its speaker', () => {
    const quoted = kuril.people.filter(({ id }) => kuril.presence(id) === 'quoted').map(({ name }) => name);
    expect(quoted).toEqual(['Shinzo Abe', 'Grant Newsham', 'Hosaka Yuji']);
    expect(
      kuril.saidBy('newsham').map(({ mode, refs }) => [mode, ...refs.map(({ paragraph }) => paragraph)]),
    ).toEqual([
      ['direct', 16],
      ['direct', 32],
      ['reported', 15],
      ['reported', 15],
      ['reported', 34],
    ]);
  });

  test('tells reported speakers from those who are only mentioned', () => {
    expect(kuril.presence('kremlin-aide')).toBe('reported');
    expect(kuril.presence('japanese-spokesman')).toBe('reported');
    expect(kuril.presence('protesters')).toBe('reported');
    expect(kuril.presence('youmi-kim')).toBe('mentioned');
  });

  test('finds what an official told of the leaders under the official too', () => {
    expect(kuril.saidBy('japanese-official').map(({ id }) => id)).toEqual(['leaders-security-dialogue']);
    expect(kuril.saidBy('putin').map(({ id }) => id)).toContain('leaders-security-dialogue');
  });

  test('knows everything by its id, by its topic and by its paragraph', () => {
    expect(kuril.nameOf('jbic')).toBe('Japan Bank for International Cooperation');
    expect(kuril.nameOf('southern-kurils')).toBe('southern Kuril Islands');
    expect(kuril.nameOf('nobody')).toBe('nobody');
    expect(kuril.named('china')?.kind).toBe('side');
    expect(kuril.claim('investment-fund')?.kind).toBe('deal');
    expect(kuril.issue('sovereignty')?.name).toBe('Sovereignty over the islands');
    expect(kuril.onTopic('energy').map(({ item }) => item.id)).toContain('arctic-lng');
    expect(kuril.onParagraph({ source: 'report', paragraph: 34 }).map(({ item }) => item.id)).toContain(
      'newsham-mistrust',
    );
    expect(kuril.onParagraph({ source: 'report', paragraph: 9 })).toEqual([]);
    expect(kuril.sources.map(({ paragraphCount, text }) => [paragraphCount, text])).toEqual([
      [36, undefined],
    ]);
  });

  test('says both names of the islands wherever it says one', () => {
    const texts = kuril.claims.flatMap(({ item }) => ('text' in item ? [item.text] : []));
    const oneName = texts.filter(
      (text) => /Kuril [Ii]slands/.test(text) !== /Northern Territories/.test(text),
    );
    expect(oneName).toEqual([]);
  });

  test('has each topic lead somewhere', () => {
    expect(kuril.topics.filter(({ id }) => kuril.onTopic(id).length === 0)).toEqual([]);
  });

  test('has both days of the talks with their place', () => {
    const days = kuril.events.filter(({ main }) => main).map(({ when, place }) => [when?.on, place]);
    expect(days).toEqual([
      ['2016-12-15', 'nagato'],
      ['2016-12-16', 'tokyo'],
    ]);
  });
});

describe('the source at hand', () => {
  test('gives the paragraphs their texts, counted from 1', () => {
    const result = loadBriefing(HARBOUR, { sourceTexts: [HARBOUR_ARTICLE] });
    if (result.kind !== 'loaded') throw new Error('not loaded');
    expect(result.briefing.sources[0]?.text?.[4]).toBe(
      'A harbour clerk said that work could begin in three weeks.',
    );
    expect(result.briefing.sources[0]?.text).toHaveLength(7);
  });

  test('is passed over where it is another text', () => {
    const result = loadBriefing(HARBOUR, { sourceTexts: [`${HARBOUR_ARTICLE}More.\n`] });
    expect(result.kind === 'loaded' && result.briefing.sources[0]?.text).toBeUndefined();
  });
});

describe('several briefings', () => {
  test('load side by side, and each source goes to its own', () => {
    const root = rootWith({ kuril: KURIL, harbour: HARBOUR });
    const result = loadBriefings([root], { sourceTexts: [HARBOUR_ARTICLE] });
    expect(result.broken).toEqual([]);
    expect(result.briefings.map(({ id, sources }) => [id, sources[0]?.text !== undefined])).toEqual([
      ['harbour', true],
      ['kuril', false],
    ]);
  });

  test('must not share a command', () => {
    const { briefings, broken } = loadBriefings([rootWith({ one: HARBOUR, two: HARBOUR })]);
    expect(briefings.map(({ id }) => id)).toEqual(['harbour']);
    expect(broken.map(({ faults }) => faults.map(({ found }) => found))).toEqual([
      ["another briefing has the id 'harbour'", "another briefing has the command 'harbour'"],
    ]);
  });

  test('serve while one of them is broken', () => {
    const broken = copyOf(HARBOUR).write('people.yaml', 'no list').folder;
    const result = loadBriefings([rootWith({ kuril: KURIL, broken })]);
    expect(result.briefings.map(({ id }) => id)).toEqual(['kuril']);
    expect(result.broken.map(({ faults }) => faults.length > 0)).toEqual([true]);
  });
});

describe('a mistake in a file is one line with its file, its line and how to mend it', () => {
  test('a misspelt key', () => {
    const copy = copyOf(HARBOUR).edit('people.yaml', '  role: Mayor of Port Elm', '  rol: Mayor of Port Elm');
    expect(lines(copy.folder)).toEqual([
      expect.stringMatching(/^people\.yaml:3: the unknown key 'rol'; did you mean 'role'\?/),
    ]);
  });

  test('a comma in a text without quotation marks', () => {
    const copy = copyOf(KURIL).edit('events.yaml', '{ says: Abe and Putin,', '{ says: Abe, and Putin,');
    expect(lines(copy.folder)).toEqual([
      expect.stringMatching(/^events\.yaml:\d+: 'and Putin' has nothing behind it; .* quotation marks/),
    ]);
  });

  test('an unknown speaker', () => {
    const copy = copyOf(KURIL).edit('statements.yaml', 'speakers: [abe]\n', 'speakers: [abbe]\n');
    const line = lineOf(copy.folder, 'statements.yaml', 'speakers: [abbe]');
    expect(lines(copy.folder)).toEqual([
      `statements.yaml:${line}: no person, organisation or side has the id 'abbe'; did you mean 'abe'?`,
    ]);
  });

  test('an unknown topic, side, issue, place and reporter', () => {
    const copy = copyOf(HARBOUR)
      .edit('events.yaml', 'place: port-elm', 'place: port-elf')
      .edit('positions.yaml', 'side: town, issue: rebuilding', 'side: twon, issue: rebuild')
      .edit('background.yaml', 'paragraphs: [6]', 'topics: [zzzzzz], paragraphs: [6]')
      .edit('sources.yaml', 'reporter: reporter', 'reporter: reporters');
    expect(lines(copy.folder)).toEqual([
      "background.yaml:1: no topic has the id 'zzzzzz'; one of quay",
      "events.yaml:5: no place has the id 'port-elf'; did you mean 'port-elm'?",
      "positions.yaml:1: no side has the id 'twon'; did you mean 'town'?",
      "positions.yaml:1: no issue has the id 'rebuild'; did you mean 'rebuilding'?",
      "sources.yaml:6: no person has the id 'reporters'; did you mean 'reporter'?",
    ]);
  });

  test('a paragraph out of range', () => {
    const copy = copyOf(KURIL).edit('statements.yaml', 'paragraphs: [11]', 'paragraphs: [11, 37]');
    const line = lineOf(copy.folder, 'statements.yaml', 'paragraphs: [11, 37]');
    expect(lines(copy.folder)).toEqual([
      `statements.yaml:${line}: there is no paragraph 37; the source has paragraphs 1 to 36`,
    ]);
    expect(lines(copyOf(HARBOUR).edit('deals.yaml', '[]', '- 3').folder)).toEqual([
      "deals.yaml:1: 'item' is 3; expected keys with values",
    ]);
    expect(lines(copyOf(HARBOUR).edit('background.yaml', '[6]', '[0]').folder)).toEqual([
      "background.yaml:1: 'paragraphs' is 0; expected 1 or more",
    ]);
  });

  test('an id that is taken names both lines', () => {
    const copy = copyOf(HARBOUR).edit('events.yaml', '- id: storm', '- id: berg');
    expect(lines(copy.folder)).toEqual([
      "events.yaml:9: the id 'berg' is taken (also at people.yaml:7); give one of the two another id: ids are unique over all files of a briefing",
    ]);
  });

  test('a date that the calendar does not have', () => {
    const copy = copyOf(HARBOUR)
      .edit('events.yaml', 'on: 2021-05-03', 'on: 2021-02-29')
      .edit('briefing.yaml', 'to: 2021-05-03', 'to: 2021-05-32');
    expect(lines(copy.folder)).toEqual([
      'briefing.yaml:8: \'to\' is "2021-05-32"; expected a day of the calendar as YYYY-MM-DD',
      'events.yaml:4: 2021-02-29 is no day of the calendar; a date that exists: YYYY, YYYY-MM or YYYY-MM-DD',
    ]);
  });

  test('a year written as a number says to put it in quotation marks', () => {
    const copy = copyOf(HARBOUR).edit('events.yaml', 'on: "2020"', 'on: 2020');
    expect(lines(copy.folder)).toEqual([
      expect.stringMatching(/^events\.yaml:\d+: 'on' is 2020; expected a text \(put it in quotation marks/),
    ]);
  });

  test('a day of the main event outside the dates of the briefing', () => {
    const copy = copyOf(HARBOUR).edit(
      'briefing.yaml',
      'from: 2021-05-03, to: 2021-05-03',
      'from: 2021-05-04, to: 2021-05-04',
    );
    expect(lines(copy.folder)).toEqual([
      expect.stringMatching(/^briefing\.yaml:8: no main event is on 2021-05-04/),
      expect.stringMatching(
        /^events\.yaml:4: the main event's day 2021-05-03 lies outside the briefing's dates \(also at briefing\.yaml:8\)/,
      ),
    ]);
  });

  test.each([
    ['- id: a\n\ttext: b\n', 2, 'a tab before the first word; indent with spaces'],
    [
      '- id: a\n  text: Wells: shut\n',
      2,
      'a colon inside a text without quotation marks; put the text between',
    ],
    ['- id: a\n  text: "never closed\n- id: b\n', 4, 'Missing closing "quote; mend the syntax'],
  ])('broken YAML, as one fault with its mend: %j', (text, line, told) => {
    const found = lines(copyOf(HARBOUR).write('notes.yaml', text).folder);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`notes.yaml:${line}: broken YAML: ${told}`);
  });

  test('an empty folder, as one fault', () => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const loaded = loadBriefing(folder);
    expect(loaded.kind === 'faults' && loaded.faults.map(wordFault)).toEqual([
      expect.stringContaining('briefing.yaml:1: no such file; write it: it names the briefing; npm run new'),
    ]);
  });

  test('a file that is missing, one that is empty, and one with a wrong name', () => {
    const copy = copyOf(HARBOUR).remove('notes.yaml').write('deals.yaml', '').write('note.yaml', '[]');
    expect(lines(copy.folder)).toEqual([
      "deals.yaml:1: no list; begin each item with '- ', or write [] where there is none",
      'note.yaml:1: a file that no briefing has; rename it notes.yaml, or remove it',
    ]);
  });

  test('a file that cannot be read does not make everything that names it a fault', () => {
    expect(
      lines(copyOf(KURIL).write('people.yaml', '- id: [').folder).every((line) =>
        line.startsWith('people.yaml:'),
      ),
    ).toBe(true);
  });
});

function loaded(folder: string): Briefing {
  const result = loadBriefing(folder);
  if (result.kind === 'faults') throw new Error(result.faults.map(wordFault).join('\n'));
  return result.briefing;
}

function faultsIn(folder: string): string[] {
  const result = loadBriefing(folder);
  return result.kind === 'loaded' ? [] : result.faults.map(wordFault);
}

function lines(folder: string): string[] {
  return faultsIn(folder).map((line) => line.replaceAll(`${folder}/`, ''));
}

function rootWith(folders: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'briefings-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, folder] of Object.entries(folders)) cpSync(folder, join(root, name), { recursive: true });
  return root;
}
