import { afterEach, describe, expect, it } from 'vitest';
import { controlsIn, MODES, type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

describe.each(MODES)('a slash command in %s mode', (mode) => {
  it('is acknowledged and answered to the asker alone, through the response URL', async () => {
    on = await stage({ mode });
    const typed = on.slack.people.types('/kuril', 'people');
    const answer = await typed.response();
    expect(answer.visible).toBe('ephemeral');
    expect(answer.text).toContain('people');
    expect(typed.ack?.payload).toBeUndefined();
    expect(on.slack.posts).toEqual([]);
  });

  it('works in a channel that the bot is not a member of', async () => {
    on = await stage({ mode });
    const answer = await on.slack.people.types('/kuril', '', { channel: 'C0000HOMERANDOM' }).response();
    expect(answer.text).toContain('nothing');
  });

  it('that is not known any more names the commands that are', async () => {
    on = await stage({ mode });
    const answer = await on.slack.people.types('/old', 'people').response();
    expect(answer.text).toContain('/kuril');
    expect(answer.visible).toBe('ephemeral');
  });

  it('keeps what was typed as it was typed', async () => {
    on = await stage({ mode });
    await on.slack.people.types('/kuril', 'a &lt;b&gt; &amp; <!channel>').response();
    expect((on.bot as { asks?: { words: string }[] }).asks?.[0]?.words).toBe('a <b> & <!channel>');
  });

  it('whose answer is long turns its pages in place', async () => {
    on = await stage({ mode });
    const first = await on.slack.people.types('/kuril', 'long').response();
    const next = controlsIn(first.blocks).find(({ action_id }) => action_id === 'c-next');
    if (next === undefined) throw new Error('no next page');
    const turned = await on.slack.people.presses(next, { on: 'ephemeral' }).response();
    expect(turned.replacesOriginal).toBe(true);
    expect(turned.visible).toBe('ephemeral');
    expect(turned.text).not.toBe(first.text);
  });
});
