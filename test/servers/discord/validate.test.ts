import { describe, expect, test } from 'vitest';
import { validateDiscordAutocomplete, validateDiscordCommands, validateDiscordMessage } from './validate.ts';

const quiet = { allowed_mentions: { parse: [] } };
const v2 = (...components: object[]) => ({ ...quiet, flags: 1 << 15, components });
const text = (length: number) => ({ type: 10, content: 'x'.repeat(length) });
const button = (label: number, id: string) => ({
  type: 2,
  style: 2,
  label: 'x'.repeat(label),
  custom_id: id,
});
const row = (...components: object[]) => v2({ type: 1, components });
const buttons = (n: number) => row(...[...Array(n)].map((_, index) => button(1, `b${index}`)));
const option = (label: number, value: string) => ({ label: 'x'.repeat(label), value });
const select = (count: number, label = 1) =>
  row({ type: 3, custom_id: 's', options: [...Array(count)].map((_, index) => option(label, `v${index}`)) });
const gallery = (n: number) =>
  v2({ type: 12, items: [{ media: { url: 'attachment://map.png' }, description: 'x'.repeat(n) }] });
const command = { name: 'kuril', description: 'The summit' };
const about = { type: 3, name: 'about', description: 'What to look up', autocomplete: true };

describe('the strict Discord', () => {
  test.each([
    ['content', (n: number) => ({ ...quiet, content: 'x'.repeat(n) }), 2000],
    ['the text of a message', (n: number) => v2(text(n - 10), text(10)), 4000],
    ['components', (n: number) => v2({ type: 17, components: Array(n - 1).fill(text(1)) }), 40],
    ['a row', buttons, 5],
    ['a button’s label', (n: number) => row(button(n, 'a')), 80],
    ['a custom_id', (n: number) => row(button(1, 'i'.repeat(n))), 100],
    ['a menu', (n: number) => select(n), 25],
    ['an option’s label', (n: number) => select(1, n), 100],
    ['a picture’s description', gallery, 1024],
    ['an embed’s title', (n: number) => ({ ...quiet, embeds: [{ title: 'x'.repeat(n) }] }), 256],
    ['embeds', (n: number) => ({ ...quiet, embeds: Array(n).fill({ title: 'x' }) }), 10],
    ['a nonce', (n: number) => ({ ...v2(text(1)), nonce: 'n'.repeat(n) }), 25],
  ])('takes %s up to the limit and refuses one more', (_, make, limit) => {
    expect(validateDiscordMessage(make(limit))).toEqual([]);
    expect(validateDiscordMessage(make(limit + 1))).not.toEqual([]);
  });

  test.each([
    ['an unknown field', v2({ ...text(1), colour: 1 })],
    ['content beside components v2', { ...v2(text(1)), content: 'words' }],
    ['a container without the flag', { ...quiet, components: [{ type: 17, components: [text(1)] }] }],
    ['empty text', v2(text(0))],
    ['blank text', v2({ type: 10, content: ' \n ' })],
    ['an empty message', { ...quiet, content: ' ' }],
    ['one custom_id twice', row(button(1, 'a'), button(1, 'a'))],
    ['one option twice', row({ type: 3, custom_id: 's', options: [option(1, 'v'), option(1, 'v')] })],
    ['a body over 10,000 bytes', v2({ type: 10, content: '北'.repeat(3400) })],
    ['a message that may ping', { flags: 1 << 15, components: [text(1)] }],
    ['a row in a row', row({ type: 1, components: [button(1, 'a')] })],
  ])('refuses %s', (_, body) => {
    expect(validateDiscordMessage(body)).not.toEqual([]);
  });

  test('completes with at most 25 choices of at most 100 characters', () => {
    const choices = (n: number, length: number) => ({
      choices: Array(n).fill({ name: 'x'.repeat(length), value: 'v' }),
    });
    expect(validateDiscordAutocomplete(choices(25, 100))).toEqual([]);
    expect(validateDiscordAutocomplete(choices(0, 1))).toEqual([]);
    expect(validateDiscordAutocomplete(choices(26, 100))).not.toEqual([]);
    expect(validateDiscordAutocomplete(choices(25, 101))).not.toEqual([]);
    expect(validateDiscordAutocomplete(choices(1, 0))).not.toEqual([]);
  });

  test('registers commands that have a name in lower case, a description, and are there once', () => {
    expect(validateDiscordCommands([{ ...command, options: [about], contexts: [0, 1, 2] }])).toEqual([]);
    expect(validateDiscordCommands([command, command])).not.toEqual([]);
    expect(validateDiscordCommands([{ ...command, name: 'Kuril' }])).not.toEqual([]);
    expect(validateDiscordCommands([{ ...command, description: 'x'.repeat(101) }])).not.toEqual([]);
    expect(validateDiscordCommands([{ ...command, description: '' }])).not.toEqual([]);
    expect(validateDiscordCommands([{ ...command, colour: 1 }])).not.toEqual([]);
    const late = [about, { ...about, name: 'more', required: true }];
    expect(validateDiscordCommands([{ ...command, options: late }])).not.toEqual([]);
  });
});
