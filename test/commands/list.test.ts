import { describe, expect, it } from 'vitest';
import { viewsOf } from '../../commands/help.ts';
import { COMMANDS } from '../../commands/list.ts';
import { en } from '../../src/show/messages/en.ts';
import { usageHint } from '../../src/typed/usage-hint.ts';
import { body, briefing, choicesOf, reply } from './kuril.ts';

describe('the list of commands', () => {
  it('calls each command by words that no other has', () => {
    const words = COMMANDS.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[a-z]+$/);
  });

  it('says what each does in a short sentence that fits every menu', () => {
    for (const { name } of COMMANDS) {
      const { usage, does } = en.commands[name];
      expect(usage.split(' ')[0]).toBe(name);
      expect(does.length, name).toBeLessThanOrEqual(75);
      expect(does, name).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('makes help: every command a person may type, with what it does', () => {
    for (const { name } of COMMANDS.filter(({ quiet }) => !quiet)) {
      const { usage, does } = en.commands[name];
      expect(body('help')).toContain(`/kuril ${usage}: ${does}`);
    }
    expect(body('help')).not.toContain('/kuril home');
  });

  it('makes the menu: every view that needs no more words', () => {
    const menu = ['overview', ...choicesOf(reply('')).map(({ says }) => says)];
    for (const { says } of viewsOf(COMMANDS, briefing, en)) {
      expect(menu).toContain(says);
      expect(reply(says).outcome).toMatch(/answered|help/);
    }
  });

  it('makes the hint that Slack shows beside the command', () => {
    expect(usageHint(en)).toBe(
      '[people | person NAME | quotes | positions | deals | timeline | help | or a question]',
    );
  });

  it('reads nothing but the briefing where a command reads', () => {
    for (const command of COMMANDS) {
      if (command.kind === 'reading') expect(reply(command.name)).toEqual(reply(command.name));
    }
  });
});
