/** Deleting what is kept about a workspace on Slack: who cannot, and what becomes of it when an admin does. */
import { afterEach, describe, expect, it } from 'vitest';
import { controlId } from '../../../src/reply/control.ts';
import { addTeam, addUser } from '../../servers/slack/world.ts';
import { controlsIn, installInto, MODES, type ModeName, type Shown } from './stage.ts';
import { type Whole, type WholeOptions, wholeStage } from './whole.ts';

const [ANN, BEN] = ['U0000HOMEANN', 'U0000HOMEBEN'];
const [GENERAL, PRIVATE] = ['C0000HOMEGENERAL', 'G0000HOMEPRIVATE'];
const TIMES = 'subscribe 09:00 every day Asia/Tokyo';
const HOME = { team: 'T0000HOME', user: ANN, channel: GENERAL };

let on: Whole;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

/** A workspace with a digest in a public and in a private channel, and in somebody's direct messages. */
async function workspace(mode: ModeName = 'socket', options: WholeOptions = {}): Promise<void> {
  on = await wholeStage(mode, options);
  await subscribed(GENERAL);
  await subscribed(PRIVATE);
  await subscribed('D0000HOMEBEN', BEN);
}

async function subscribed(channel: string, user = ANN): Promise<void> {
  const answer = await on.slack.people.types('/kuril', TIMES, { user, channel }).response();
  expect(answer.text).toContain('09:00');
}

const channelsKept = async (team = 'T0000HOME') =>
  (await on.store.subscriptions.ofWorkspace('slack', team)).map(({ channel }) => channel);
const ALL = [GENERAL, 'D0000HOMEBEN', PRIVATE];

function control(words: string): Shown {
  const value = controlId({ briefing: 'kuril', words, action: { kind: 'say' } });
  return { kind: 'button', action_id: 'c-1', value, label: '' };
}

async function typed(
  words: string,
  user: string,
  channel: string,
): Promise<{ text: string; danger?: Shown }> {
  const { text, blocks } = await on.slack.people.types('/kuril', words, { user, channel }).response();
  const danger = controlsIn(blocks).find(({ label }) => label.startsWith('Delete'));
  return { text, ...(danger && { danger }) };
}

describe.each(['off', 'on'] as const)('with SLACK_DIGEST_ADMINS_ONLY %s', (setting) => {
  const options: WholeOptions = setting === 'on' ? { adminsOnly: true } : {};

  it('a member who types it in a direct message deletes no digest but their own', async () => {
    await workspace('socket', options);
    const whole = await typed('forget everything', BEN, 'D0000HOMEBEN');
    expect(whole.text).toContain('Only admins and owners');
    const own = await typed('forget', BEN, 'D0000HOMEBEN');
    expect(own.text).toContain('this conversation');
    const done = await on.slack.people
      .presses(own.danger ?? control(''), { user: BEN, channel: 'D0000HOMEBEN', on: 'ephemeral' })
      .response();
    expect(done.text).toContain('this conversation is deleted');
    expect(await channelsKept()).toEqual([GENERAL, PRIVATE]);
    expect(
      await on.store.history.had({
        platform: 'slack',
        workspace: 'T0000HOME',
        channel: 'D0000HOMEBEN',
        briefing: 'kuril',
      }),
    ).toEqual({ spotlights: [] });
  });

  it('a member who presses it on the Home tab deletes nothing of the workspace', async () => {
    await workspace('socket', options);
    on.slack.people.presses(control('forget everything'), { user: BEN, on: 'home' });
    await expect
      .poll(() => JSON.stringify(on.slack.home.views.get(BEN) ?? ''))
      .toContain('Only admins and owners');
    expect(await channelsKept()).toEqual(ALL);
  });

  it('an outsider of a shared channel who mentions it deletes nothing, admin at home or not', async () => {
    await workspace('socket', options);
    addUser(on.slack.home, 'U0000STRANGER', { from: 'T0000AWAY', isAdmin: true });
    const posts = on.slack.posts.length;
    on.slack.people.mentions('<@U0000HOMEBOT> Forget everything!', { user: 'U0000STRANGER' });
    expect((await on.slack.post(posts + 1)).text).toContain('Only admins and owners');
    expect(await channelsKept()).toEqual(ALL);
  });
});

describe('everything', () => {
  it('is never deleted at once, by whomever it is mentioned', async () => {
    await workspace();
    const posts = on.slack.posts.length;
    on.slack.people.mentions('<@U0000HOMEBOT> Forget everything!', { user: ANN });
    const answer = await on.slack.post(posts + 1);
    expect(answer.text).toContain('shown to you alone');
    expect(controlsIn(answer.blocks).some(({ label }) => label.startsWith('Delete'))).toBe(false);
    expect(await channelsKept()).toEqual(ALL);
  });

  it('is shown to whoever presses the public button only if they may, and to them alone', async () => {
    await workspace();
    const posts = on.slack.posts.length;
    on.slack.people.mentions('<@U0000HOMEBOT> forget', { user: ANN });
    const message = await on.slack.post(posts + 1);
    const show = controlsIn(message.blocks).find(({ label }) => label === 'Show me what goes');
    const press = (user: string) =>
      on.slack.people.presses(show ?? control(''), { user, channel: GENERAL, on: message }).response();
    const byBen = await press(BEN);
    expect(byBen).toMatchObject({ visible: 'ephemeral' });
    expect(byBen.text).toContain('Only admins and owners');
    const byAnn = await press(ANN);
    expect(byAnn).toMatchObject({ visible: 'ephemeral' });
    expect(byAnn.text).toContain('3 digests in 3 channels');
    expect(await channelsKept()).toEqual(ALL);
  });

  it('is not deleted by somebody else who comes by the button that confirms', async () => {
    await workspace();
    const { danger = control('') } = await typed('forget', ANN, GENERAL);
    const pressed = await on.slack.people.presses(danger, { user: BEN, on: 'ephemeral' }).response();
    expect(pressed.text).toContain('Only admins and owners');
    addUser(on.slack.home, 'U0000OWNER', { isOwner: true });
    const another = await on.slack.people.presses(danger, { user: 'U0000OWNER', on: 'ephemeral' }).response();
    expect(another.text).toContain('3 digests in 3 channels');
    expect(await channelsKept()).toEqual(ALL);
  });

  it('is not deleted by a crafted control, shared or turned to a page', async () => {
    await workspace();
    const { danger = control('') } = await typed('forget', ANN, GENERAL);
    for (const mark of ['h', 'p1']) {
      const value = danger.value.replace(/\|s(\.[0-9]+)?\|/u, `|${mark}|`);
      await on.slack.people.presses({ ...danger, value }, { user: BEN, on: 'ephemeral' }).response();
    }
    const shared = danger.value.replace(/\|s(\.[0-9]+)?\|/u, '|h|');
    const openly = await on.slack.people
      .presses({ ...danger, value: shared }, { user: ANN, on: 'ephemeral' })
      .response();
    expect(openly.text).toContain('shown to you alone');
    for (const words of ['forget everything', 'forget everything 000000000000', 'forget it all now']) {
      await on.slack.people.presses(control(words), { user: ANN, on: 'ephemeral' }).response();
    }
    expect(await channelsKept()).toEqual(ALL);
  });

  it('is not deleted by an admin of another workspace whose command names theirs', async () => {
    await workspace();
    addTeam(on.slack.world, 'T0000AWAY', 'Away');
    const doing = { team: 'T0000AWAY', user: 'U0000AWAYANN', channel: 'C0000AWAYGENERAL' };
    const answer = await on.slack.people.types('/kuril', 'forget everything', doing).response();
    expect(answer.text).toContain('Only admins and owners');
    expect(await channelsKept()).toEqual(ALL);
  });

  it('is not deleted while Slack does not say who is an admin, and the answer says what is missing', async () => {
    await workspace();
    on.slack.home.install?.scopes.delete('users:read');
    const unscoped = await typed('forget', ANN, GENERAL);
    expect(unscoped.text).toContain('I lack Slack’s scope users:read.');
    expect(unscoped.text).toContain('OAuth &amp; Permissions');
    expect(unscoped.danger).toBeUndefined();
    on.slack.home.install?.scopes.add('users:read');
    on.slack.misbehave({ of: 'users.info', mischief: { kind: 'status', status: 503 }, times: 1 });
    expect((await typed('forget', ANN, GENERAL)).text).toContain('cannot be reached just now');
    expect(await channelsKept()).toEqual(ALL);
  });

  it('is not deleted by who was an admin when it was shown and is none any more', async () => {
    await workspace();
    const { danger = control('') } = await typed('forget', ANN, GENERAL);
    const ann = on.slack.home.users.get(ANN);
    if (ann !== undefined) ann.isAdmin = false;
    const pressed = await on.slack.people.presses(danger, { user: ANN, on: 'ephemeral' }).response();
    expect(pressed.text).toContain('Only admins and owners');
    expect(await channelsKept()).toEqual(ALL);
  });

  it.each(MODES)('goes when an admin has seen what goes, and each channel is told (%s)', async (mode) => {
    await workspace(mode);
    const shown = await typed('forget', ANN, GENERAL);
    expect(shown.text).toContain('3 digests in 3 channels');
    expect(shown.text).not.toContain('installation');
    const posts = on.slack.posts.length;
    const done = await on.slack.people
      .presses(shown.danger ?? control(''), { user: ANN, on: 'ephemeral' })
      .response();
    expect(done).toMatchObject({ visible: 'ephemeral' });
    expect(done.text).toContain('All 3 channels were told.');
    expect(await channelsKept()).toEqual([]);
    const told = on.slack.posts.slice(posts);
    expect(told.map(({ channel }) => channel).toSorted()).toEqual(ALL.toSorted());
    for (const { text } of told) expect(text).toContain('This channel’s digest has ended.');
    expect(on.slack.traffic.callsOf('auth.revoke')).toEqual([]);
  });

  it('goes although a channel cannot be told, which the log keeps', async () => {
    await workspace();
    const general = on.slack.home.channels.get(GENERAL);
    if (general !== undefined) general.archived = true;
    const { danger = control('') } = await typed('forget everything', ANN, 'D0000HOMEANN');
    const doing = { user: ANN, channel: 'D0000HOMEANN', on: 'ephemeral' } as const;
    const done = await on.slack.people.presses(danger, doing).response();
    expect(done.text).toContain('2 of 3 channels were told');
    expect(done.text).not.toContain('It is set');
    expect(await channelsKept()).toEqual([]);
    const lines = on.log.lines.filter(({ sentence }) => sentence.includes('was not told'));
    expect(lines).toHaveLength(1);
  });
});

describe.each(MODES)('an installation in %s mode', (mode) => {
  it('goes with everything: the channels are told, the token is given back, then it is deleted', async () => {
    on = await wholeStage(mode, { oauth: true });
    await installInto(on, 'T0000HOME');
    await installInto(on, 'T0000NEW1');
    await subscribed(GENERAL);
    await on.slack.people
      .types('/kuril', TIMES, { team: 'T0000NEW1', user: 'U0000NEW1ANN', channel: 'C0000NEW1GENERAL' })
      .response();
    const shown = await typed('forget', ANN, GENERAL);
    expect(shown.text).toContain('The app’s installation');
    const done = await on.slack.people
      .presses(shown.danger ?? control(''), { ...HOME, on: 'ephemeral' })
      .response();
    expect(done.text).toContain('installations: 1');
    const calls = on.slack.traffic.calls.map(({ method }) => method);
    const last = (method: string) => calls.lastIndexOf(method);
    expect(last('auth.revoke')).toBeGreaterThan(last('chat.postMessage'));
    expect(on.slack.home.install?.state).toBe('revoked');
    expect(await channelsKept()).toEqual([]);
    expect(await on.store.installations.get('T0000HOME')).toBeUndefined();
    expect(await channelsKept('T0000NEW1')).toEqual(['C0000NEW1GENERAL']);
    expect(await on.store.installations.get('T0000NEW1')).toBeDefined();
  });

  it('goes although Slack does not take the token back, which the answer says', async () => {
    on = await wholeStage(mode, { oauth: true });
    await installInto(on, 'T0000HOME');
    const { danger = control('') } = await typed('forget', ANN, GENERAL);
    on.slack.misbehave({ of: 'auth.revoke', mischief: { kind: 'status', status: 500 }, times: 1 });
    const done = await on.slack.people.presses(danger, { ...HOME, on: 'ephemeral' }).response();
    expect(done.text).toContain('did not take the app’s token back');
    expect(await on.store.installations.get('T0000HOME')).toBeUndefined();
  });
});
