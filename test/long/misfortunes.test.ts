/** Bad days on a clock of the test's, each of which once lost digests or doubled them. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nextSlot } from '../../src/digest/timetable/slots.ts';
import type { Subscription } from '../../src/ports/store.ts';
import { DAY, subscription } from '../contracts/store-fixture.ts';
import { Days, HOUR, MINUTE } from './in-time.ts';
import { MOVING, OUTAGES, REVOKED } from './year-platform.ts';

const PLATFORMS = ['slack', 'discord'] as const;
/** A minute before nine in the morning, when each digest is due. */
const START = Date.UTC(2026, 5, 1, 8, 59);

const EIGHTY_MINUTES = ['cut', 'HTTP 503', '200 and HTML', 'HTTP 403', 'internal_error'];
const outages = PLATFORMS.flatMap((platform) =>
  OUTAGES[platform]
    .filter(({ name }) => EIGHTY_MINUTES.includes(name))
    .map((form) => [platform, form.name, form] as const),
);

test.each(outages)(
  '%s answers “%s” for eighty minutes: the digest comes once, as soon as it is back',
  async (on, _, form) => {
    const days = await begun();
    const all = await subscribe(days, on, 5);
    days.platforms[on].troubles.push({ from: START, until: START + 80 * MINUTE, form });
    await days.pass(3 * HOUR);
    for (const one of all) expect(await days.became(one)).toEqual(['2026-06-01 sent 1']);
  },
);

test.each([
  ['slack', 'HTTP 403'],
  ['slack', 'HTTP 404'],
  ['discord', 'HTTP 403'],
  ['discord', 'HTTP 400'],
  ['discord', '40333'],
  ['discord', '130000'],
] as const)('one minute of %s in which “%s” is answered costs no channel its day', async (on, name) => {
  const days = await begun();
  const all = await subscribe(days, on, 20);
  const form = OUTAGES[on].find((one) => one.name === name)!;
  days.platforms[on].troubles.push({ from: START, until: START + 2 * MINUTE, form });
  await days.pass(HOUR);
  for (const one of all) expect(await days.became(one)).toEqual(['2026-06-01 sent 1']);
});

test.each([MOVING, REVOKED.slack])(
  'a workspace in trouble ($name) keeps no other waiting for a minute',
  async (form) => {
    const days = await begun();
    const [ill, ...others] = await subscribe(days, 'slack', 40, (at) => `T${at}`);
    days.platforms.slack.troubles.push({ from: START, until: START + HOUR, form, workspace: ill!.workspace });
    await days.pass(3 * MINUTE);
    for (const one of others) expect(await days.became(one)).toEqual(['2026-06-01 sent 1']);
    expect(await days.became(ill!)).not.toContain('2026-06-01 sent 1');
  },
);

test.each(PLATFORMS)(
  'a clock that is a year ahead for a tick costs %s nothing, nor does one that goes back an hour',
  async (on) => {
    const days = await begun();
    const all = await subscribe(days, on, 3);
    await days.pass(HOUR);
    days.skew = 365 * DAY;
    await days.pass(MINUTE);
    days.skew = 0;
    await days.pass(DAY - 62 * MINUTE);
    // An answer is lost at nine, and the clock goes back after it.
    const form = OUTAGES[on].find(({ name }) => name === 'cut')!;
    days.platforms[on].troubles.push({ from: days.now, until: days.now + 3 * MINUTE, form });
    await days.pass(3 * MINUTE);
    days.skew = -HOUR;
    await days.pass(2 * HOUR);
    days.skew = 0;
    await days.pass(DAY);
    for (const one of all)
      expect(await days.became(one)).toEqual(['2026-06-01 sent 1', '2026-06-02 sent 1', '2026-06-03 sent 1']);
  },
);

test.each(PLATFORMS)(
  'a copy of the store that is put back after the digest went out on %s doubles none',
  async (on) => {
    const days = await begun();
    const all = await subscribe(days, on, 5);
    const file = join(days.folder, 'attache.sqlite');
    await days.store.close();
    copyFileSync(file, `${file}.copy`);
    await days.open();
    await days.pass(HOUR);
    await days.store.close();
    copyFileSync(`${file}.copy`, file);
    await days.open();
    await days.pass(DAY);
    for (const one of all) expect(await days.became(one)).toEqual(['2026-06-01 sent 1', '2026-06-02 sent 1']);
  },
);

async function begun(): Promise<Days> {
  const days = await new Days(START).open();
  onTestFinished(() => days.close());
  return days;
}

async function subscribe(
  days: Days,
  platform: (typeof PLATFORMS)[number],
  count: number,
  workspaceOf: (at: number) => string = () => 'T1',
): Promise<readonly Subscription[]> {
  const all = Array.from({ length: count }, (_, at) => {
    const one = subscription({ platform, workspace: workspaceOf(at), channel: `C${at}` });
    return { ...one, next: nextSlot(one.timetable, START) };
  });
  for (const one of all) await days.store.subscriptions.put(one);
  return all;
}
