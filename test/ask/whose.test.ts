import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { briefing, reply } from '../commands/kuril.ts';

/** One question in as many ways as people have of asking it. */
const WHOSE = [
  'Whose are the Northern Territories?',
  'whose are the Kuril Islands',
  'Whose islands are they?',
  'who owns the islands',
  'Who do the islands belong to?',
  'Do the islands belong to Japan?',
  'Are the Kurils Russian?',
  'are the islands part of Japan',
  'Who is the rightful owner of the islands?',
  'Should Russia give back the islands?',
  'Do you think the islands are Russian?',
  'Is Japan right about the islands?',
  'who is right about the islands',
  'Чьи Курильские острова?',
  'Кому принадлежат Курилы?',
  '北方領土は誰のものですか？',
  '北方领土属于谁？',
  '쿠릴 열도는 누구 땅인가요?',
  'Wem gehören die Inseln?',
  'Wessen Inseln sind das?',
  'À qui appartiennent les îles ?',
  '¿De quién son las islas?',
];

describe('asked whose it is, or who is right', () => {
  it.each(WHOSE)('%s gets the one neutral answer', (question) => {
    expect(ask(question, briefing).kind).toBe('no-side');
    expect(plain(reply(question), en)).toContain(en.asking.noSide);
  });

  it('gives the same answer whatever way it was asked in', () => {
    const blocks = WHOSE.map((question) =>
      JSON.stringify(reply(question).blocks.filter(({ kind }) => kind === 'text' || kind === 'facts')),
    );
    expect(new Set(blocks).size).toBe(1);
  });

  it.each([
    'Who lives on the islands?',
    'Whose planes landed on the islands?',
    'Do the islanders want joint economic activities?',
    'When did Soviet forces seize the islands?',
    'Should the islanders move?',
  ])('%s is no such question', (question) => {
    expect(ask(question, briefing).kind).not.toBe('no-side');
  });
});
