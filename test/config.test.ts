import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { zoneOf } from '../src/digest/timetable/zones.ts';
import { en } from '../src/show/messages/en.ts';

const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7)).toString('base64');

function faultsOf(environment: Record<string, string>): readonly string[] {
  const read = readConfig(environment, en);
  return read.kind === 'faults' ? read.faults : [];
}

/** An environment that notes which settings were asked for. */
function watched(environment: Record<string, string>, asked: Set<string>): Record<string, string> {
  return new Proxy(environment, {
    get(target, name: string) {
      asked.add(name);
      return target[name];
    },
  });
}

describe('the operators’ channel', () => {
  const discord = { DISCORD_TOKEN: 'x'.repeat(60) };

  it('is one of a platform whose token is set', () => {
    const read = readConfig({ ...discord, OPS_CHANNEL: 'discord:123456789' }, en);
    expect(read).toMatchObject({ config: { ops: { platform: 'discord', channel: '123456789' } } });
    expect(faultsOf({ ...discord, OPS_CHANNEL: 'slack:T01/C0123' })).toEqual([
      expect.stringContaining('no token of Slack is set'),
    ]);
  });

  it('is refused where it is none, with how to write it', () => {
    for (const wrong of ['general', '#ops', 'slack:', 'discord:ops', 'discord:123456/789012'])
      expect(faultsOf({ ...discord, OPS_CHANNEL: wrong }), wrong).toEqual([
        expect.stringContaining('write slack:C0123'),
      ]);
  });
});

describe('settings', () => {
  it('open the playground and the embedded store when nothing is set', () => {
    const read = readConfig({}, en);
    expect(read).toMatchObject({
      kind: 'config',
      config: {
        playground: true,
        store: { kind: 'sqlite', dataDir: 'data' },
        http: { host: '127.0.0.1', port: 3000 },
        digest: { graceMs: 21_600_000, time: '09:00' },
      },
    });
    expect(read).not.toHaveProperty('config.slack');
    expect(read).not.toHaveProperty('config.discord');
  });

  it('do not open the playground beside tokens unless it is asked for', () => {
    const tokens = { DISCORD_TOKEN: 'abc' };
    expect(readConfig(tokens, en)).toMatchObject({ config: { playground: false } });
    expect(readConfig({ ...tokens, PLAYGROUND: 'on' }, en)).toMatchObject({ config: { playground: true } });
  });

  it('choose socket mode by the app token and HTTP mode by the signing secret', () => {
    const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
    expect(readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-1' }, en)).toMatchObject({
      config: { slack: { mode: { kind: 'socket' } } },
    });
    expect(readConfig({ ...bot, SLACK_SIGNING_SECRET: 's' }, en)).toMatchObject({
      config: { slack: { mode: { kind: 'http' } } },
    });
  });

  it('say one sentence for each mistake, naming the variable, all at once', () => {
    const faults = faultsOf({
      SLACK_BOT_TOKEN: 'xapp-swapped',
      SLACK_APP_TOKEN: 'xoxb-swapped',
      DISCORD_TOKEN: 'abc',
      DISCORD_SHARDS: '3-1/2',
      DIGEST_TIME: '25:00',
      DIGEST_TIMEZONE: 'Mars/Olympus',
      DIGEST_CHANNELS: 'general',
      DIGEST_GRACE: 'soon',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      PLAYGROUND: 'maybe',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'DISCORD_SHARDS',
      'DIGEST_TIME',
      'DIGEST_TIMEZONE',
      'DIGEST_CHANNELS',
      'DIGEST_GRACE',
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
      'PLAYGROUND',
    ]) {
      expect(faults.filter((fault) => fault.includes(`${name} `))).toHaveLength(1);
    }
    expect(faults.join('\n')).not.toContain('hunter2');
  });

  it('understand a time zone as subscribe does, and one of several minds not at all', () => {
    const zoneIn = (name: string) => {
      const read = readConfig({ DIGEST_TIMEZONE: name }, en, zoneOf);
      return read.kind === 'config' ? read.config.digest.zone : undefined;
    };
    const zones = {
      PST: 'America/Los_Angeles',
      JST: 'Asia/Tokyo',
      tokyo: 'Asia/Tokyo',
      'US/Eastern': 'America/New_York',
    };
    for (const [name, zone] of Object.entries({ ...zones, 'UTC+9': '+09:00', EST5EDT: 'America/New_York' }))
      expect([name, zoneIn(name)]).toEqual([name, zone]);
    for (const name of Intl.supportedValuesOf('timeZone').concat(
      'EST',
      'MST',
      'HST',
      'PST8PDT',
      'GB',
      'Japan',
    )) {
      const zone = zoneIn(name);
      if (zone !== undefined) expect(() => Temporal.Now.zonedDateTimeISO(zone)).not.toThrow();
      else expect(name).toBe('a zone that is understood');
    }
    expect(zoneIn('Mars/Olympus')).toBeUndefined();
  });

  it('refuse a grace that would let no digest out', () => {
    expect(faultsOf({ DIGEST_GRACE: '0' }).join()).toContain('DIGEST_GRACE');
    expect(faultsOf({ DIGEST_GRACE: '0.5' })).toEqual([]);
  });

  it('keep what became of editions for as many days as they say', () => {
    const kept = (days?: string) => {
      const read = readConfig(days === undefined ? {} : { KEEP_DELIVERIES: days }, en);
      return read.kind === 'config' ? read.config.digest.keptMs / 86_400_000 : read.faults.join();
    };
    expect([kept(), kept('30'), kept('4000')]).toEqual([400, 30, 4_000]);
    for (const wrong of ['0', '29', '4001', '30.5', 'long']) expect(kept(wrong)).toContain('KEEP_DELIVERIES');
  });

  it('read a token as it was meant, whatever it was copied with', () => {
    for (const token of ['abc.def', 'Bot abc.def', '"abc.def"', "'Bot abc.def'", ' bot  abc.def '])
      expect(readConfig({ DISCORD_TOKEN: token }, en)).toMatchObject({
        config: { discord: { token: 'abc.def' } },
      });
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxe.xoxb-1-abc', SLACK_APP_TOKEN: 'xapp-1' }).join()).toContain(
      'rotat',
    );
  });

  it('name what is missing of a half-given set', () => {
    expect(faultsOf({ SLACK_APP_TOKEN: 'xapp-1' }).join()).toContain('SLACK_BOT_TOKEN is not set');
    expect(faultsOf({ SLACK_BOT_TOKEN: 'xoxb-1' }).join()).toContain('SLACK_APP_TOKEN');
    const oauth = { SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1', SLACK_CLIENT_SECRET: '2' };
    expect(faultsOf(oauth).join()).toContain('SLACK_STATE_SECRET');
    expect(faultsOf({ ...oauth, SLACK_STATE_SECRET: 'long enough not to guess' }).join()).toContain(
      'TOKEN_ENCRYPTION_KEY',
    );
    expect(
      faultsOf({ ...oauth, SLACK_STATE_SECRET: 'long enough not to guess', TOKEN_ENCRYPTION_KEY: key }),
    ).toEqual([]);
    expect(
      faultsOf({
        ...oauth,
        SLACK_STATE_SECRET: 'long enough not to guess',
        TOKEN_ENCRYPTION_KEY: 'short',
      }).join(),
    ).toContain('32 bytes');
  });

  it('are each explained in .env.example, and nothing else is', () => {
    const example = readFileSync('.env.example', 'utf8');
    const explained = [...example.matchAll(/^# .+\n([A-Z_]+)=/gm)].map((found) => found[1]);
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map((found) => found[1]);
    const asked = new Set<string>();
    // Which settings are read depends on which are set, so several sets are tried.
    readConfig(watched({ SLACK_CLIENT_ID: 'x' }, asked), en);
    readConfig(watched({ DISCORD_TOKEN: 'x' }, asked), en);
    readConfig(watched({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'x' }, asked), en);
    readConfig(watched({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, asked), en);
    expect(explained.sort()).toEqual(listed.sort());
    // These the composition reads where the briefings are found; NODE_ENV is Node's own.
    const elsewhere = ['BRIEFINGS_DIR', 'DEFAULT_BRIEFING', 'HTTPS_PROXY', 'NO_PROXY'].filter((name) =>
      listed.includes(name),
    );
    asked.delete('NODE_ENV');
    expect([...asked, ...elsewhere].sort()).toEqual(listed.sort());
  });

  it('never throw, whatever the environment holds', () => {
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'DISCORD_SHARDS',
      'PORT',
      'DATABASE_URL',
      'DIGEST_CHANNELS',
      'TOKEN_ENCRYPTION_KEY',
      'DIGEST_TIMEZONE',
      'DISCORD_TOKEN',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' })), (environment) => {
        const read = readConfig(environment, en);
        if (read.kind === 'faults') expect(read.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
