import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlsIn, MODES, type Stage } from './stage.ts';
import { wholeStage } from './whole.ts';

/** The whole grammar, and something that the answer must say. */
const GRAMMAR: readonly (readonly [string, RegExp])[] = [
  ['', /Abe/],
  ['people', /Newsham/],
  ['person newsham', /Newsham/],
  ['newsham', /Newsham/],
  ['Yuji', /Hosaka/],
  ['安倍', /Abe/],
  ['Путин', /Putin/],
  ['kremlin aide', /aide/i],
  ['quotes', /¶/],
  ['quotes newsham', /Newsham/],
  ['quotes about islands', /¶/],
  ['positions', /¶/],
  ['deals', /¶/],
  ['figures', /¶/],
  ['timeline', /2016/],
  ['map', /Kuril/],
  ['topics', /./],
  ['topic economy', /./],
  ['ask what did putin say about the islands?', /./],
  ['who won the world cup in 1998', /./],
  ['source', /./],
  ['source 1', /¶|paragraph/i],
  ['digest', /./],
  ['subscribe 09:00 weekdays Asia/Tokyo', /09:00/],
  ['status', /09:00/],
  ['doctor', /./],
  ['pause', /./],
  ['resume', /./],
  ['digest now', /./],
  ['unsubscribe', /./],
  ['forget', /./],
  ['help', /\/kuril/],
  ['<!channel> *bold* `code` <@U0000HOMEBEN>', /./],
];

describe.each(MODES)('the whole grammar on Slack in %s mode', (mode) => {
  let on: Stage;
  beforeAll(async () => {
    on = await wholeStage(mode);
  });
  afterAll(async () => {
    await on.close();
  });

  it.each(GRAMMAR)('‘%s’ is answered as Slack takes it', async (words, says) => {
    const answer = await on.slack.people.types('/kuril', words).response();
    expect(answer.text).toMatch(says);
    expect(answer.text).not.toContain('ref-1234');
    expect(answer.visible).toBe('ephemeral');
    expect(on.slack.traffic.faults).toEqual([]);
  });

  it('every control of every view is answered as Slack takes it', async () => {
    const pressed = new Set<string>();
    for (const words of ['', 'people', 'help', 'topics', 'newsham', 'positions', 'quotes']) {
      const { blocks } = await on.slack.people.types('/kuril', words).response();
      for (const control of controlsIn(blocks)) {
        if (pressed.has(control.value)) continue;
        pressed.add(control.value);
        const answer = await on.slack.people.presses(control, { on: 'ephemeral' }).response();
        expect(answer.text, control.value).not.toContain('ref-1234');
        expect(answer.text, control.value).not.toContain('earlier version');
      }
    }
    expect(pressed.size).toBeGreaterThan(30);
    expect(on.slack.traffic.faults).toEqual([]);
  });

  it('the Home tab holds the overview, the people and the digest’s state', async () => {
    on.slack.people.opensHome();
    await expect.poll(() => on.slack.home.views.size).toBe(1);
    const view = JSON.stringify([...on.slack.home.views.values()]);
    expect(view).toMatch(/Newsham/);
    expect(view).toMatch(/digest/i);
    expect(on.slack.traffic.faults).toEqual([]);
  });

  it('a mention and a direct message are answered from the briefing', async () => {
    const before = on.slack.posts.length;
    on.slack.people.mentions('<@U0000HOMEBOT> what did newsham say?');
    expect((await on.slack.post(before + 1)).text).toMatch(/Newsham/);
    on.slack.people.writes('deals');
    expect((await on.slack.post(before + 2)).text).toMatch(/¶/);
    expect(on.slack.traffic.faults).toEqual([]);
  });
});
