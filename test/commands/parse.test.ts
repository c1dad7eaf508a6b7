import { describe, expect, it } from 'vitest';
import { parse } from '../../src/typed/parse.ts';
import { briefing } from './kuril.ts';

/** 'overview', 'quotes: newsham', 'name: abe', '? what …', 'near: people' */
function read(words: string): string {
  const parsed = parse(words, briefing);
  switch (parsed.kind) {
    case 'command':
      return parsed.rest === '' ? parsed.command.name : `${parsed.command.name}: ${parsed.rest}`;
    case 'person':
      return `name: ${parsed.typed}`;
    case 'mistyped':
      return `near: ${parsed.near.map(({ command, rest }) => `${command.name} ${rest}`.trim()).join(', ')}`;
    case 'after':
      return `${parsed.words} < ${parsed.before}`;
    case 'errand':
      return `(${parsed.errand})`;
    case 'question':
      return `? ${parsed.question}`;
  }
}

describe('what somebody types', () => {
  it.each([
    ['', 'overview'],
    ['   ', 'overview'],
    ['...', 'overview'],
    ['/kuril', 'overview'],
    ['?', 'help'],
    ['people', 'people'],
    ['PEOPLE', 'people'],
    ['  People.  ', 'people'],
    ['ｐｅｏｐｌｅ', 'people'],
    ['people\u200b', 'people'],
    ['/kuril people', 'people'],
    ['/people', 'people'],
    ['<@U024BE7LH> people', 'people'],
    ['<@!80351110224678912>, deals', 'deals'],
    ['@Attaché timeline', 'timeline'],
    ['deals?', 'deals'],
    ['figures please', 'figures'],
    ['please show me the map', 'map'],
    ['the deals', 'deals'],
    ['list all the topics', 'topics'],
    ['`positions`', 'positions'],
    ['quotes newsham about China', 'quotes: newsham about China'],
    ['person Hosaka Yuji', 'person: Hosaka Yuji'],
    ['who is Putin?', 'person: is Putin'],
    ['source 16', 'source: 16'],
    ['source ¶16', 'source: ¶16'],
    ['sources', 'source'],
    ['topic energy', 'topic: energy'],
    ['ask Does it say why?', 'ask: Does it say why?'],
    ['map of the Kuril Islands', 'map: of the Kuril Islands'],
    ['subscribe 09:30 weekdays Asia/Tokyo', 'subscribe: 09:30 weekdays Asia/Tokyo'],
    ['digest now', 'digest: now'],
    ['forget yes', 'forget: yes'],
    ['unsubscribe me', 'unsubscribe'],
    ['pause the digest', 'pause'],
    ['quotes from Newsham on China', 'quotes: from Newsham on China'],
    ['Putin quotes', 'quotes: Putin'],
    ['Japan positions', 'positions: Japan'],
    ['islands map', 'map: islands'],
    ['help subscribe', 'help: subscribe'],
    ['who is quoted?', 'person: is quoted'],
  ])('%j is the command %s', (words, meant) => {
    expect(read(words)).toBe(meant);
  });

  it.each([
    ['newsham', 'name: newsham'],
    ['Grant Newsham?', 'name: Grant Newsham'],
    ['安倍', 'name: 安倍'],
    ['Путин', 'name: Путин'],
    ['kremlin aide', 'name: kremlin aide'],
    ['novatek', 'name: novatek'],
    ['japan', 'name: japan'],
    ['Beijing', 'name: Beijing'],
    ['Northern Territories', 'name: Northern Territories'],
    ['crimea', 'name: crimea'],
    ['The peace treaty', 'name: The peace treaty'],
  ])('%j alone is %s', (words, meant) => {
    expect(read(words)).toBe(meant);
  });

  it.each([
    'people living on the islands',
    'status of the islands',
    'map out the future',
    'figures on the gas deal',
    'deals with whom?',
    'pause in the talks',
    'person who lives on the islands',
    'quotes that mention trust because of the war',
    'source of the gas',
    'topic that matters most to them',
    'help me understand',
    'digest of the talks',
    'What did Abe say about trust?',
    'Why is there still no peace treaty?',
    'economic',
    'does Putin like Abe',
    'what are their positions',
    'why are there no quotes',
    'what is the source',
  ])('%j is a question, word for word', (words) => {
    expect(read(words)).toBe(`? ${words}`);
  });

  it.each([
    ['poeple', 'near: people'],
    ['subscibe', 'near: subscribe'],
    ['figurs', 'near: figures'],
    ['timline', 'near: timeline'],
    ['persn newsham', 'near: person newsham'],
  ])('%j is asked about: %s', (words, meant) => {
    expect(read(words)).toBe(meant);
  });
});
