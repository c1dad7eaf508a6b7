/** Every control, pressed ten times quickly by two people at once: the same right answer each time, and each change once. */
import { afterEach, describe, expect, test } from 'vitest';
import { controlId, readControl } from '../../src/reply/control.ts';
import { wordsOf } from '../platforms/discord/fixture.ts';
import { whole as wholeDiscord } from '../platforms/discord/whole.ts';
import { controlsIn, MODES } from '../platforms/slack/stage.ts';
import { wholeStage } from '../platforms/slack/whole.ts';
import { answerTo, controlsOf } from '../servers/discord/people.ts';
import { Permission } from '../servers/discord/permissions.ts';

const TIMES = 10;
/** What people type, whose answers between them offer every kind of control. */
const TYPED = [
  '',
  'people',
  'newsham',
  'positions',
  'timeline',
  'help',
  'topic security',
  'what did Abe say about trust?',
];
/** How many of a kind there are whose presses are all looked at. */
const MOST_CONTROLS = 40;

let close: () => Promise<void> = async () => {};
afterEach(() => close());

/** The words of the controls that only show something, each once. */
function showing(values: readonly string[]): string[] {
  const words = values.flatMap((value) => {
    const read = readControl(value);
    if (read.kind === 'unknown' || read.control.action.kind !== 'say') return [];
    return CHANGES.test(read.control.words) ? [] : [read.control.words];
  });
  return [...new Set(words)].slice(0, MOST_CONTROLS);
}

const CHANGES = /^(?:subscribe|skip|pause|resume|unsubscribe|digest|status|doctor|forget|flag|wrong)/u;
const id = (words: string, kind: 'say' | 'share') =>
  controlId({ briefing: 'kuril', words, action: { kind } });
const tenTimes = <T>(press: (at: number) => T): T[] => Array.from({ length: TIMES }, (_, at) => press(at));

describe.each(MODES)('on Slack in %s mode', (mode) => {
  const button = (words: string, kind: 'say' | 'share' = 'say') =>
    ({ kind: 'button', action_id: 'c-1', value: id(words, kind) }) as const;
  const people = ['U0000HOMEANN', 'U0000HOMEBEN'];

  test('each control answers every press as if its words had been typed', async () => {
    const on = await wholeStage(mode);
    close = on.close;
    const shown = await Promise.all(TYPED.map((words) => on.slack.people.types('/kuril', words).response()));
    const controls = showing(shown.flatMap(({ blocks }) => controlsIn(blocks).map(({ value }) => value)));
    expect(controls.length).toBeGreaterThan(20);
    for (const words of controls) {
      const typed = (await on.slack.people.types('/kuril', words).response()).text;
      const pressed = people.flatMap((user) =>
        tenTimes(() => on.slack.people.presses(button(words), { on: 'ephemeral', user })),
      );
      const answers = await Promise.all(pressed.map((press) => press.response(1, 30_000)));
      expect(new Set(answers.map(({ text, visible }) => `${visible} ${text}`)), words).toEqual(
        new Set([`ephemeral ${typed}`]),
      );
    }
    expect(on.slack.posts).toEqual([]);
    expect(on.slack.traffic.faults).toEqual([]);
  });

  test('what is shared is shared once, and a digest is set, paused and ended once, and said once', async () => {
    const on = await wholeStage(mode);
    close = on.close;
    const press = (words: string) =>
      people.flatMap((user) =>
        tenTimes(() => on.slack.people.presses(button(words), { on: 'ephemeral', user })),
      );
    const said = () => on.slack.posts.filter(({ text }) => /this channel’s digest/u.test(text));

    const mine = { on: 'ephemeral', ts: '1795469367.344000' } as const;
    const shares = tenTimes(() => on.slack.people.presses(button('people', 'share'), mine));
    await Promise.race(shares.map((one) => one.response()));
    await expect.poll(() => shares.every(({ ack }) => ack !== undefined)).toBe(true);
    expect(on.slack.posts).toHaveLength(1);

    for (const [words, nth] of [
      ['subscribe 9:00 daily Tokyo', 1],
      ['pause', 2],
      ['resume', 3],
      ['unsubscribe', 4],
    ] as const) {
      await Promise.all(press(words).map((one) => one.response(1, 30_000)));
      await expect.poll(() => said().length, { message: words }).toBe(nth);
      const kept = await on.store.subscriptions.ofWorkspace('slack', on.slack.home.id);
      expect(kept.length, words).toBe(words === 'unsubscribe' ? 0 : 1);
    }
    expect(on.slack.traffic.faults).toEqual([]);
    expect(on.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('on Discord', () => {
  async function stage() {
    const on = await wholeDiscord();
    close = on.close;
    const { server } = on;
    const { world, guild, channel } = server;
    const ben = world.addUser('ben').id;
    guild.members.set(ben, { user: ben, roles: [] });
    for (const user of [server.user.id, ben])
      channel.overwrites.set(user, { type: 1, allow: Permission.manageChannels, deny: 0n });
    // The first answer in a server has the welcome under it.
    const message = await server.ask('kuril', 'people');
    const press = (words: string, kind: 'say' | 'share', user: string) =>
      server.people.pressAnything(
        { custom_id: id(words, kind), component_type: 2, id: 1 },
        { channel: channel.id, user },
        message,
      );
    return { on, server, people: [server.user.id, ben], press };
  }

  test('each control answers every press as if its words had been typed', async () => {
    const { server, people, press } = await stage();
    const shown = [];
    for (const words of TYPED) shown.push(await server.ask('kuril', words));
    const controls = showing(
      shown.flatMap((message) => controlsOf(message).map((one) => String(one.custom_id))),
    );
    expect(controls.length).toBeGreaterThan(20);
    for (const words of controls) {
      const typed = wordsOf((await server.ask('kuril', words)).body);
      const pressed = people.flatMap((user) => tenTimes(() => press(words, 'say', user)));
      const answers = await Promise.all(pressed.map((one) => answerTo(one)));
      expect(new Set(answers.map(({ body }) => wordsOf(body))), words).toEqual(new Set([typed]));
    }
    expect(server.world.faults).toEqual([]);
  });

  test('what is shared is shared once, and a digest is set, paused and ended once, and said once', async () => {
    const { on, server, people, press } = await stage();
    const { world, channel, guild } = server;
    const said = () =>
      [...world.messages.values()].filter(
        (one) =>
          one.channel === channel.id &&
          /this channel’s digest/u.test(wordsOf(one.body)) &&
          (one.flags & 64) === 0,
      );
    const shares = tenTimes(() => press('people', 'share', people[0]!));
    await expect.poll(() => shares.every(({ ack }) => ack !== undefined)).toBe(true);
    const shared = () =>
      [...world.messages.values()].filter(({ body }) => wordsOf(body).includes('Shared by'));
    await expect.poll(() => shared().length).toBe(1);

    for (const [words, nth] of [
      ['subscribe 9:00 daily Tokyo', 1],
      ['pause', 2],
      ['resume', 3],
      ['unsubscribe', 4],
    ] as const) {
      const pressed = people.flatMap((user) => tenTimes(() => press(words, 'say', user)));
      await Promise.all(pressed.map((one) => answerTo(one)));
      await expect.poll(() => said().length, { message: words }).toBe(nth);
      const kept = await on.store.subscriptions.ofWorkspace('discord', guild.id);
      expect(kept.length, words).toBe(words === 'unsubscribe' ? 0 : 1);
    }
    expect(world.faults).toEqual([]);
    expect(on.log.at('error')).toEqual([]);
  });
});
