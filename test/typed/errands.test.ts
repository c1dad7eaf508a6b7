import { describe, expect, it } from 'vitest';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { parse } from '../../src/typed/parse.ts';
import { briefing, choicesOf, reply } from '../commands/kuril.ts';

function read(words: string): string {
  const parsed = parse(words, briefing);
  if (parsed.kind === 'command') return `${parsed.command.name} ${parsed.rest}`.trim();
  return parsed.kind === 'errand' ? `(${parsed.errand})` : parsed.kind;
}

describe('words to the bot itself', () => {
  it.each([
    ['help', 'help'],
    ['help me', 'help'],
    ['what can you do?', 'help'],
    ['What can I ask you?', 'help'],
    ['how does this work', 'help'],
    ['ヘルプ', 'help'],
    ['помощь', 'help'],
    ['who are you', '(who)'],
    ['Are you a real person?', '(who)'],
    ['hello', '(hello)'],
    ['Hi there!', '(hello)'],
    ['bonjour', '(hello)'],
    ['こんにちは', '(hello)'],
    ['thanks', '(thanks)'],
    ['thank you so much!!', '(thanks)'],
    ['ok thanks', '(thanks)'],
    ['ありがとうございます', '(thanks)'],
    ['спасибо', '(thanks)'],
    [':+1:', '(thanks)'],
    ['👍🏽', '(thanks)'],
    ['<:pray:1234>', '(thanks)'],
    ['stop', 'stop'],
    ['stop the digest', 'stop'],
    ['Stop sending this.', 'stop'],
    ['please stop sending me these messages', 'stop'],
    ['could you please turn off the daily digest', 'stop'],
    ['cancel my subscription', 'stop'],
    ['mute', 'stop'],
    ['how do I stop this?', 'stop'],
    ['退订', 'stop'],
    ['pause', 'pause'],
    ['pause the digest please', 'pause'],
    ['resume the digest', 'resume'],
    ['unsubscribe', 'unsubscribe'],
    ['unsubscribe me', 'unsubscribe'],
    ['settings', 'status'],
    ['change the time of the digest', 'status'],
    ['when is the next digest?', 'status'],
    ['When will you post next?', 'status'],
    ['summary', 'overview'],
    ['summarise', 'overview'],
    ['summarize the article', 'overview'],
    ['give me a quick summary please', 'overview'],
    ['tl;dr', 'overview'],
    ['what’s new', 'new'],
    ['any news?', 'new'],
    ['feedback', '(feedback)'],
    ['That is wrong', '(feedback)'],
    ['I want to report a mistake', '(feedback)'],
  ])('%j is %s', (words, meant) => {
    expect(read(words)).toBe(meant);
  });

  it.each([
    'help me understand the peace treaty',
    'who are they',
    'stop the war',
    'when is the next meeting',
    'what can Abe do',
    'summary of the security talks',
    'thanks to whom were the talks held',
    'settings of the meeting',
    'hello, what did Abe say about trust?',
    'stop sending troops',
    'is it wrong to sign',
  ])('%j is not for the bot itself', (words) => {
    expect(read(words)).toMatch(/question|person/);
  });

  it('are answered with what they are about', () => {
    expect(plain(reply('who are you'), en)).toContain('press attaché');
    expect(plain(reply('hello'), en)).toContain(briefing.title);
    expect(plain(reply('thanks'), en)).toContain(en.talk.thanks);
    expect(plain(reply('feedback'), en)).toContain('Wrong or missing?');
    for (const words of ['who are you', 'hello', 'thanks', 'feedback'])
      expect(choicesOf(reply(words)).length, words).toBeGreaterThan(0);
  });

  it('leave emoji, by code or by sign, out of what is asked', () => {
    for (const words of ['newsham :pray:', ':wave: newsham', 'newsham 🙏', '<:party_blob:123456> newsham'])
      expect(parse(words, briefing), words).toMatchObject({ kind: 'person', typed: 'newsham' });
    expect(read('subscribe 9:00 weekdays Tokyo :pray:')).toBe('subscribe 9:00 weekdays Tokyo');
  });
});
