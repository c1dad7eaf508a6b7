/** Where a channel on Discord lets its digest go: a thread, a forum's post, published, with a role called. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerTo } from '../../servers/discord/people.ts';
import type { Channel, Message } from '../../servers/discord/world.ts';
import { wordsOf } from './fixture.ts';
import { type Whole, whole } from './whole.ts';

const CROSSPOSTED = 1 << 0;
const EPHEMERAL = 1 << 6;

let on: Whole;
/** A channel of each test's own. */
let here: Channel;
beforeAll(async () => {
  on = await whole();
});
beforeEach(() => {
  here = on.server.world.addChannel(on.server.guild.id, 'news');
});
afterEach(() => expect(on.server.world.faults).toEqual([]));
afterAll(() => on.close());

async function typed(words: string, channel = here): Promise<string> {
  const { people, user } = on.server;
  const answer = await answerTo(people.slash('kuril', words, { channel: channel.id, user: user.id }));
  return wordsOf(answer.body);
}

/** What everybody sees in a channel, the oldest first. */
function shownIn({ id }: { readonly id: string }): Message[] {
  return [...on.server.world.messages.values()].filter(
    ({ channel, flags }) => channel === id && (flags & EPHEMERAL) === 0,
  );
}

async function goes(channel = here) {
  const all = await on.store.subscriptions.ofWorkspace('discord', on.server.guild.id);
  return all.find((one) => one.channel === channel.id)?.goes;
}

describe('a digest in a thread of its own', () => {
  it('hangs from the message that told of it, and comes there once', async () => {
    expect(await typed('subscribe 9:00 Tokyo in a thread')).toContain('in a thread of its own');
    const [told] = shownIn(here);
    expect(await goes()).toEqual({ thread: told?.id });
    expect(await typed('digest now')).toContain('Posted');
    expect(shownIn(here)).toHaveLength(1);
    expect(shownIn({ id: told?.id ?? '' })).toHaveLength(1);
  });

  it('is told of and ended inside that thread too', async () => {
    await typed('subscribe 9:00 Tokyo in a thread');
    const thread = on.server.world.channels.get((await goes())?.thread ?? '')!;
    expect(await typed('status', thread)).toContain('every day at 09:00');
    expect(await typed('digest now', thread)).toContain('Posted');
    expect(await typed('doctor', thread)).toContain('Nothing hinders');
    expect(await typed('unsubscribe', thread)).toContain('Ended');
    expect(await typed('status')).toContain('no digest');
  });

  it('is what tells, inside that thread too, from when on something is new', async () => {
    await typed('subscribe 9:00 Tokyo in a thread');
    const thread = on.server.world.channels.get((await goes())?.thread ?? '')!;
    const before = await typed('new', thread);
    expect(await typed('digest now', thread)).toContain('Posted');
    expect(await typed('new', thread)).not.toBe(before);
    expect(await typed('new', thread)).toBe(await typed('new'));
  });

  it('comes into the channel where the thread is gone', async () => {
    await typed('subscribe 9:00 Tokyo in a thread');
    on.server.world.channels.delete((await goes())?.thread ?? '');
    expect(await typed('digest now')).toContain('Posted');
    expect(shownIn(here)).toHaveLength(2);
  });

  it('is set all the same where no thread may be opened, and the asker hears why', async () => {
    const { guild } = on.server;
    here.overwrites.set(guild.id, { type: 0, allow: 0n, deny: 1n << 35n });
    const answer = await typed('subscribe 9:00 Tokyo in a thread');
    expect(answer).toContain('could not be opened');
    expect(await goes()).toBeUndefined();
    expect(await typed('digest now')).toContain('Posted');
  });
});

describe('a digest in a forum', () => {
  it('opens a post of its own beside the one where it was asked for', async () => {
    const { world, guild } = on.server;
    const forum = world.addChannel(guild.id, 'briefings');
    forum.type = 15;
    const post = world.addChannel(guild.id, 'a question', { parent: forum.id });
    await typed('subscribe 9:00 Tokyo as a forum post', post);
    const thread = (await goes(post))?.thread ?? '';
    expect(world.channels.get(thread)).toMatchObject({ parent: forum.id, type: 11 });
    await typed('digest now', post);
    expect(shownIn({ id: thread })).toHaveLength(2);
  });

  it('needs one', async () => {
    expect(await typed('subscribe 9:00 Tokyo as a forum post')).toContain('needs a forum');
  });
});

describe('a digest that is published', () => {
  it('goes on to the servers that follow the channel, once, and its announcement does not', async () => {
    here.type = 5;
    expect(await typed('subscribe 9:00 Tokyo published')).toContain('published to the servers');
    await typed('digest now');
    expect(shownIn(here).map(({ flags }) => flags & CROSSPOSTED)).toEqual([0, CROSSPOSTED]);
  });

  it('is posted all the same where publishing fails', async () => {
    here.type = 5;
    await typed('subscribe 9:00 Tokyo published');
    on.server.mischief.order({ on: /crosspost/, trick: { kind: 'status', status: 500 } });
    on.server.mischief.order({ on: /crosspost/, trick: { kind: 'status', status: 500 } });
    expect(await typed('digest now')).toContain('Posted');
    expect(shownIn(here)).toHaveLength(2);
    expect(on.log.at('warn')).toContain('delivered, and not as the channel chose');
  });

  it('is refused in a channel that is none for announcements', async () => {
    expect(await typed('subscribe 9:00 Tokyo published')).toContain('none for announcements');
    expect(await goes()).toBeUndefined();
  });
});

describe('a digest with a mention', () => {
  const role = (mentionable: boolean) => {
    const id = on.server.world.snowflake();
    on.server.guild.roles.set(id, { id, name: 'desk', permissions: 0n, mentionable });
    return id;
  };

  it('calls the one role that was chosen, and may call nobody else', async () => {
    const id = role(true);
    expect(await typed(`subscribe 9:00 Tokyo mention <@&${id}>`)).toContain('with a mention of');
    await typed('digest now');
    const [told, edition] = shownIn(here);
    expect(told?.body.allowed_mentions).toEqual({ parse: [] });
    expect(edition?.body.allowed_mentions).toEqual({ parse: [], roles: [id] });
    expect(JSON.stringify(edition?.body).match(/<@&/gu)).toHaveLength(1);
  });

  it('is refused where not everybody may mention the role, and for everybody at once', async () => {
    expect(await typed(`subscribe 9:00 Tokyo mention <@&${role(false)}>`)).toContain('cannot be mentioned');
    const { guild } = on.server;
    const everyone = guild.roles.get(guild.id);
    if (everyone !== undefined) everyone.mentionable = true;
    expect(await typed(`subscribe 9:00 Tokyo mention <@&${guild.id}>`)).toContain('cannot be mentioned');
    expect(await goes()).toBeUndefined();
  });

  it('is named by doctor once the role may not be called any more', async () => {
    const id = role(true);
    await typed(`subscribe 9:00 Tokyo mention <@&${id}>`);
    expect(await typed('doctor')).toContain('Nothing hinders');
    on.server.guild.roles.delete(id);
    expect(await typed('doctor')).toContain('cannot be mentioned');
  });
});
