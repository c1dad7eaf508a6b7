import { describe, expect, test } from 'vitest';
import { validateSlackMessage, validateSlackView } from './validate.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const message = (...blocks: object[]) => ({ text: 'words', blocks });
const button = (label: number, value: number, action_id = 'a') => ({
  type: 'button',
  action_id,
  text: plain(label),
  value: 'v'.repeat(value),
});
const actions = (...elements: object[]) => message({ type: 'actions', elements });
const option = (label: number, value: number) => ({ text: plain(label), value: 'v'.repeat(value) });
const select = (count: number, label = 5, value = 5) =>
  actions({ type: 'static_select', action_id: 's', options: Array(count).fill(option(label, value)) });
const divider = { type: 'divider' };

describe('the strict Slack', () => {
  test.each([
    ['a header', (n: number) => message({ type: 'header', text: plain(n) }), 150],
    ['a section', (n: number) => message({ type: 'section', text: plain(n) }), 3000],
    ['a field', (n: number) => message({ type: 'section', fields: [plain(n)] }), 2000],
    ['a section of fields', (n: number) => message({ type: 'section', fields: Array(n).fill(plain(1)) }), 10],
    ['small print', (n: number) => message({ type: 'context', elements: Array(n).fill(plain(1)) }), 10],
    ['a button’s label', (n: number) => actions(button(n, 1)), 75],
    ['a button’s value', (n: number) => actions(button(1, n)), 2000],
    ['a row', (n: number) => actions(...[...Array(n)].map((_, index) => button(1, 1, `a${index}`))), 25],
    ['a menu', (n: number) => select(n), 100],
    ['an option’s label', (n: number) => select(1, n), 75],
    ['an option’s value', (n: number) => select(1, 1, n), 75],
    ['a message’s blocks', (n: number) => message(...Array(n).fill(divider)), 50],
    ['a message’s text', (n: number) => ({ text: 'x'.repeat(n), blocks: [divider] }), 4000],
    [
      'an alt text',
      (n: number) => message({ type: 'image', image_url: 'https://x.example', alt_text: 'x'.repeat(n) }),
      2000,
    ],
  ])('takes %s up to its limit and refuses one more', (_, make, limit) => {
    expect(validateSlackMessage(make(limit))).toEqual([]);
    expect(validateSlackMessage(make(limit + 1))).not.toEqual([]);
  });

  test.each([
    ['an unknown field', message({ ...divider, colour: 'red' })],
    ['an unknown block', message({ type: 'banner' })],
    ['empty text', message({ type: 'section', text: plain(0) })],
    ['blank text', message({ type: 'section', text: { type: 'plain_text', text: ' \n' } })],
    ['half a character', message({ type: 'section', text: { type: 'plain_text', text: '\ud83d' } })],
    ['a section of nothing', message({ type: 'section' })],
    ['one action_id twice', actions(button(1, 1), button(1, 1))],
    ['one block_id twice', message({ ...divider, block_id: 'b' }, { ...divider, block_id: 'b' })],
    ['a message too long as a whole', message(...Array(5).fill({ type: 'section', text: plain(2500) }))],
    ['blocks without words', { blocks: [divider] }],
    ['nothing', {}],
    ['a call to the whole channel', { text: '<!channel> come' }],
  ])('refuses %s', (_, body) => {
    expect(validateSlackMessage(body)).not.toEqual([]);
  });

  test('takes a Home tab of a hundred blocks, and no more', () => {
    const home = (n: number) => ({ type: 'home', blocks: Array(n).fill(divider) });
    expect(validateSlackView(home(100))).toEqual([]);
    expect(validateSlackView(home(101))).not.toEqual([]);
  });

  test('refuses a modal whose title is longer than 24 characters, or that cannot be submitted', () => {
    const input = { type: 'input', label: plain(1), element: { type: 'plain_text_input', action_id: 'i' } };
    const modal = (title: number, rest: object) => ({
      type: 'modal',
      title: plain(title),
      blocks: [input],
      ...rest,
    });
    expect(validateSlackView(modal(24, { submit: plain(4) }))).toEqual([]);
    expect(validateSlackView(modal(25, { submit: plain(4) }))).not.toEqual([]);
    expect(validateSlackView(modal(24, {}))).not.toEqual([]);
  });
});
