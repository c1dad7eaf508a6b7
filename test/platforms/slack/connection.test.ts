import { afterEach, describe, expect, it } from 'vitest';
import { type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  await on.close();
});

/** Asked once, answered once. */
async function answersAgain(): Promise<void> {
  const typed = on.slack.people.types('/kuril', 'people');
  expect((await typed.response()).text).toContain('people');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(typed.url?.responses).toHaveLength(1);
  expect(on.slack.traffic.faults).toEqual([]);
  expect(on.platform.health(Date.now())).toEqual({ kind: 'well' });
}

async function connectedAgain(before: number, withinMs = 15_000): Promise<void> {
  await expect.poll(() => on.slack.sockets.opened(), { timeout: withinMs }).toBeGreaterThan(before);
  await on.slack.connected();
  await expect.poll(() => on.platform.health(Date.now()).kind).toBe('well');
}

describe('a connection in socket mode', () => {
  it.each([
    ['closed with a close frame', () => on.slack.sockets.close()],
    ['cut', () => on.slack.sockets.cut()],
    ['that Slack asks to make anew', () => on.slack.sockets.refresh()],
  ])('%s is made again by itself', async (_what, end) => {
    on = await stage();
    end();
    await connectedAgain(1);
    await answersAgain();
  });

  it('whose frames stop without a close is noticed and made again', async () => {
    on = await stage({ pingTimeoutMs: 900 });
    on.slack.sockets.goSilent();
    await connectedAgain(1);
    await answersAgain();
  });

  it('is made again after Slack refused it', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'apps.connections.open', mischief: { kind: 'garbage' }, times: 1 });
    on.slack.sockets.cut();
    await expect.poll(() => on.platform.health(Date.now()).kind).toBe('recovering');
    await connectedAgain(1);
    await answersAgain();
  });

  it('takes nothing that is no envelope, and lives on', async () => {
    on = await stage();
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"type":"hello"}',
      '{"type":42}',
      '{"envelope_id":"x"}',
      '"'.repeat(9),
    ]) {
      on.slack.sockets.raw(text);
    }
    const typed = on.slack.people.types('/kuril', 'people');
    expect((await typed.response()).text).toContain('people');
  });

  it('that is lost while an answer is under way does not lose the answer', async () => {
    on = await stage();
    const typed = on.slack.people.types('/kuril', 'people');
    await typed.acked();
    on.slack.sockets.cut();
    expect((await typed.response()).text).toContain('people');
  });

  it('whose token was revoked while it was away is dead: only a person helps', async () => {
    on = await stage();
    on.slack.misbehave({
      of: 'apps.connections.open',
      mischief: { kind: 'error', error: 'account_inactive' },
    });
    on.slack.sockets.cut();
    await expect
      .poll(() => on.platform.health(Date.now()))
      .toEqual({ kind: 'refused', why: 'account_inactive' });
  });

  it('that has been silent for minutes is dead in the eyes of health', async () => {
    on = await stage();
    expect(on.platform.health(Date.now() + 30_000)).toEqual({ kind: 'well' });
    expect(on.platform.health(Date.now() + 90_000).kind).toBe('recovering');
    expect(on.platform.health(Date.now() + 200_000).kind).toBe('stuck');
  });
});

describe('a stop', () => {
  it('lets what is under way be answered', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'response_url', mischief: { kind: 'slow', ms: 300 } });
    const typed = on.slack.people.types('/kuril', 'people');
    await typed.acked();
    await on.platform.stop(5000);
    expect(typed.url?.responses).toHaveLength(1);
  });

  it('waits no longer than it was told', async () => {
    on = await stage();
    on.slack.misbehave({ of: 'response_url', mischief: { kind: 'hang' } });
    await on.slack.people.types('/kuril', 'people').acked();
    // The response URL hangs for good: that this comes to an end is what is wanted.
    await on.platform.stop(200);
  });
});

describe('a stop while Slack is being connected to', () => {
  const opened = () => on.slack.sockets.opened();
  /** Longer than anything here waits for. */
  const later = () => new Promise((resolve) => setTimeout(resolve, 900));

  it('ends an attempt that still asks for the address, three times of three', async () => {
    for (let time = 0; time < 3; time += 1) {
      on = await stage({ unstarted: true });
      on.slack.misbehave({ of: 'apps.connections.open', mischief: { kind: 'slow', ms: 500 } });
      void on.platform.start();
      await expect.poll(() => on.slack.traffic.callsOf('auth.test').length).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 150));
      await on.platform.stop(100);
      await later();
      expect(opened()).toBe(0);
      await on.close();
    }
    on = await stage();
  });

  it('ends an attempt that waits for the hello, three times of three', async () => {
    for (let time = 0; time < 3; time += 1) {
      on = await stage({ unstarted: true });
      on.slack.sockets.withholdHello(true);
      void on.platform.start();
      await expect.poll(opened).toBe(1);
      await on.platform.stop(100);
      await expect.poll(() => on.slack.sockets.count()).toBe(0);
      await later();
      expect(opened()).toBe(1);
      await on.close();
    }
    on = await stage();
  });

  it('begins none after the token was looked at', async () => {
    on = await stage({ unstarted: true });
    on.slack.misbehave({ of: 'auth.test', mischief: { kind: 'slow', ms: 300 } });
    const starting = on.platform.start();
    await on.platform.stop(100);
    await starting;
    await later();
    expect(on.slack.traffic.callsOf('apps.connections.open')).toEqual([]);
  });

  it('takes no command any more', async () => {
    on = await stage();
    const stopping = on.platform.stop(100);
    const late = on.slack.people.types('/kuril', 'late');
    await stopping;
    await later();
    expect(late.ack).toBeUndefined();
  });
});
