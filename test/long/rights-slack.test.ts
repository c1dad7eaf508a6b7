/** The whole table of rights, walked on Slack: every room, everybody, every way to say it, against the table. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTS, type House, type Rank, type Room, right } from '../../src/ports/rights.ts';
import { controlId } from '../../src/reply/control.ts';
import { rights as refusals } from '../../src/show/messages/en/forget.ts';
import { WORDS } from '../platforms/acts.ts';
import { type Whole, wholeStage } from '../platforms/slack/whole.ts';
import { addChannel, addUser } from '../servers/slack/world.ts';

const PEOPLE: readonly (readonly [Rank, string])[] = [
  ['outsider', 'U0000STRANGER'],
  ['guest', 'U0000GUEST'],
  ['member', 'U0000HOMEBEN'],
  ['admin', 'U0000HOMEANN'],
  ['admin', 'U0000OWNER'],
];

type Way = {
  readonly room: Room;
  readonly by: 'command' | 'control' | 'mention' | 'message' | 'home';
  readonly channel?: string;
};

const WAYS: readonly Way[] = [
  { room: 'public', by: 'command', channel: 'C0000HOMEGENERAL' },
  { room: 'private', by: 'command', channel: 'G0000HOMEPRIVATE' },
  { room: 'group', by: 'command', channel: 'G0000GROUP' },
  { room: 'own', by: 'command' },
  { room: 'others', by: 'command', channel: 'D0000OTHERS' },
  { room: 'public', by: 'control', channel: 'C0000HOMEGENERAL' },
  { room: 'private', by: 'control', channel: 'G0000HOMEPRIVATE' },
  { room: 'thread', by: 'control', channel: 'C0000HOMEGENERAL' },
  { room: 'group', by: 'control', channel: 'G0000GROUP' },
  { room: 'own', by: 'control' },
  { room: 'others', by: 'control', channel: 'D0000OTHERS' },
  { room: 'public', by: 'mention', channel: 'C0000HOMEGENERAL' },
  { room: 'thread', by: 'mention', channel: 'C0000HOMEGENERAL' },
  { room: 'private', by: 'mention', channel: 'G0000HOMEPRIVATE' },
  { room: 'own', by: 'message' },
  { room: 'home', by: 'home' },
];

const REFUSALS = new Set(
  (['slack', 'slack-admins-only'] as const).flatMap((house) =>
    ACTS.flatMap((act) => [
      ...(['guest', 'admin'] as const).map((least) => refusals.mayNot(act, house, least)),
      ...(['others', 'public'] as const).map((room) => refusals.noPlace(act, house, room)),
    ]),
  ),
);

describe.each(['slack', 'slack-admins-only'] as const)('the table of rights on %s', (house) => {
  let on: Whole;
  beforeAll(async () => {
    on = await wholeStage('socket', house === 'slack' ? {} : { adminsOnly: true });
    const { home } = on.slack;
    addUser(home, 'U0000STRANGER', { from: 'T0000AWAY', isAdmin: true, isOwner: true });
    addUser(home, 'U0000GUEST', { isRestricted: true });
    addUser(home, 'U0000OWNER', { isOwner: true });
    addChannel(home, 'D0000OTHERS', '', { kind: 'im', members: ['U0000HOMEANN', 'U0000HOMEBEN'] });
    addChannel(home, 'G0000GROUP', 'mpdm-ann--ben-1', { kind: 'mpim', members: ['U0000HOMEANN'] });
  });
  afterAll(() => on.close());
  afterEach(() => expect(on.slack.traffic.faults).toEqual([]));

  describe.each(WAYS)('in the room “$room” by $by', (way) => {
    // Slack offers an app's commands to its own workspace alone.
    const people = PEOPLE.filter(([rank]) => rank !== 'outsider' || way.by !== 'command');
    it.each(people)('holds for %s (%s)', async (rank, user) => {
      for (const act of ACTS) {
        // A channel has no conversation to forget: there the words mean everything.
        if (act === 'forget conversation' && !isAlone(way.room)) continue;
        const before = await kept();
        const answer = await said(way, user, WORDS[act]);
        const verdict = right(act, house as House, { room: way.room, rank });
        const refused = [...REFUSALS].some((refusal) => answer.includes(refusal));
        expect({ act, refused }).toEqual({ act, refused: verdict.kind === 'may-not' });
        if (verdict.kind === 'may-not') expect(await kept()).toEqual(before);
      }
    });
  });

  const isAlone = (room: Room) => room === 'own' || room === 'home' || room === 'others';
  const kept = () => on.store.subscriptions.ofWorkspace('slack', 'T0000HOME');

  async function said({ by, room, channel: given }: Way, user: string, words: string): Promise<string> {
    const { people } = on.slack;
    const channel = given ?? `D${user.slice(1)}`;
    const doing = { user, channel };
    const value = controlId({ briefing: 'kuril', words, action: { kind: 'say' } });
    const control = { kind: 'button', action_id: 'c-1', value } as const;
    const posts = on.slack.posts.length;
    switch (by) {
      case 'command':
        return (await people.types('/kuril', words, doing).response()).text;
      case 'control': {
        const message = { ts: '1.1', channel, user: 'U0000HOMEBOT', text: 'x' };
        const posted = room === 'thread' ? { ...message, thread_ts: '1.0' } : message;
        return (await people.presses(control, { ...doing, on: posted }).response()).text;
      }
      case 'mention': {
        const text = `<@U0000HOMEBOT> ${words}`;
        if (room !== 'thread') people.mentions(text, doing);
        else people.mentions(text, { ...doing, thread: await aThread(channel) });
        return await answered(posts, channel);
      }
      case 'message':
        people.writes(words, { user });
        return await answered(posts, channel);
      case 'home': {
        const shown = on.slack.home.views.get(user);
        people.presses(control, { user, on: 'home' });
        await expect.poll(() => on.slack.home.views.get(user)).not.toBe(shown);
        return JSON.stringify(on.slack.home.views.get(user));
      }
    }
  }

  /** The answer in a channel; the lines that a change posts there as well are not it. */
  async function answered(posts: number, channel: string): Promise<string> {
    const isAnswer = (text: string) => !/(set|paused|resumed|ended) this channel’s digest/u.test(text);
    const find = () =>
      on.slack.posts
        .slice(posts)
        .find((post) => post.channel === channel && post.metadata === undefined && isAnswer(post.text));
    await expect.poll(find).toBeDefined();
    return find()?.text ?? '';
  }

  async function aThread(channel: string): Promise<string> {
    const found = on.slack.home.channels.get(channel);
    found?.messages.push({ ts: '1.0', channel, user: 'U0000HOMEANN', text: 'a thread' });
    return '1.0';
  }
});
