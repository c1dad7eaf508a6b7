import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { watchCensus } from '../../src/ops/census-watch.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import type { Census } from '../../src/ports/census.ts';
import type { Platform } from '../../src/ports/platform.ts';
import { StoreDown } from '../../src/ports/store.ts';
import { silent } from '../kit/log.ts';
import { ALL, scrape, seriesIn } from './exposed.ts';

async function valuesOf(metrics: ReturnType<typeof createMetrics>, name: string) {
  const series = seriesIn(await scrape(metrics)).filter((one) => one.name === name);
  return Object.fromEntries(series.map(({ labels, value }) => [labels, value]));
}

describe('the metrics', () => {
  it('are all there from the start, at zero, for each platform that is set up', async () => {
    const text = await scrape(createMetrics(ALL));
    const ours = seriesIn(text).filter(({ name }) => name.startsWith('attache_'));
    for (const { name, labels, value } of ours)
      expect(`${name}{${labels}} ${value}`).toBe(
        `${name}{${labels}} ${name === 'attache_build_info' ? 1 : 0}`,
      );
    const named = (name: string, label: string) =>
      ours.filter((one) => one.name === name && one.labels.includes(label));
    for (const platform of ALL.platforms) {
      const label = `platform="${platform}"`;
      expect(named('attache_platform_connected', label)).toHaveLength(1);
      expect(named('attache_command_duration_seconds_count', label)).toHaveLength(6);
      expect(named('attache_deliveries_settled_total', label)).toHaveLength(5);
      expect(named('attache_subscriptions', label)).toHaveLength(3);
      expect(named('attache_pauses', label)).toHaveLength(2);
    }
  });

  it('are named as Prometheus wants it: counters end in _total, times are in seconds, each has a help', async () => {
    const text = await scrape(createMetrics(ALL));
    const types = [...text.matchAll(/^# TYPE (attache_\w+) (\w+)$/gmu)];
    expect(types.length).toBeGreaterThan(15);
    for (const [, name = '', type] of types) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, 'mu'));
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
      if (type === 'histogram') expect(name).toMatch(/_seconds$/u);
      expect(name).not.toMatch(/_ms$|milli/u);
    }
  });

  it('tell how answers ended and how long they took, errors and warnings', async () => {
    const metrics = createMetrics(ALL);
    metrics.asked({ platform: 'slack', outcome: 'answered', ms: 40 });
    metrics.asked({ platform: 'slack', outcome: 'failed', ms: 3_000 });
    const log = metrics.counted(silent);
    log.error({}, 'x');
    log.warn({}, 'x');
    log.warn({}, 'x');
    log.info({}, 'x');
    const sums = await valuesOf(metrics, 'attache_command_duration_seconds_sum');
    expect(sums['platform="slack",outcome="answered"']).toBeCloseTo(0.04);
    expect(sums['platform="slack",outcome="failed"']).toBe(3);
    expect(await valuesOf(metrics, 'attache_log_lines_total')).toEqual({
      'level="warn"': 2,
      'level="error"': 1,
    });
  });

  it('count a picture that is on its way until it has arrived or failed', async () => {
    const metrics = createMetrics(ALL);
    const { promise, reject } = Promise.withResolvers<void>();
    const uploading = metrics.uploading(() => promise);
    expect(await valuesOf(metrics, 'attache_uploads_under_way')).toEqual({ '': 1 });
    reject(new Error('refused'));
    await expect(uploading).rejects.toThrow('refused');
    expect(await valuesOf(metrics, 'attache_uploads_under_way')).toEqual({ '': 0 });
  });

  it('tell connections, the store, and what is due by the store’s clock, which grows on while the store is away', async () => {
    let now = 1_000_000;
    let down = false;
    const found: Census = {
      at: 500_000,
      subscriptions: [{ platform: 'slack', state: 'active', count: 7 }],
      due: [
        { platform: 'slack', state: 'retry', count: 2, oldest: 440_000 },
        { platform: 'discord', state: 'unknown', count: 1, oldest: 1 },
      ],
      pauses: [{ platform: 'discord', scope: 'platform', count: 1 }],
      nextSlot: 490_000,
      refused: [],
      nextTooLate: 3,
    };
    const take = async () => {
      if (down) throw new StoreDown('away', 'wait');
      return found;
    };
    const census = watchCensus({ take, log: silent, now: () => now });
    await census.look();
    await new Promise(setImmediate);
    const part = (name: Platform['name'], kind: 'well' | 'stuck') => ({
      ...{ name, routes: [] },
      health: () => (kind === 'well' ? ({ kind } as const) : { kind, why: 'silent' }),
    });
    const metrics = createMetrics(ALL);
    metrics.watch({
      vitals: {
        parts: [part('slack', 'well'), part('discord', 'stuck')],
        store: {
          health: () => (down ? { kind: 'recovering', why: 'away', sinceMs: 1 } : { kind: 'well' }),
          wasWell: () => true,
        },
        now: () => now,
      },
      census,
      pictures: () => 4,
      underWay: () => 5,
    });
    expect(await valuesOf(metrics, 'attache_platform_connected')).toMatchObject({
      'platform="slack"': 1,
      'platform="discord"': 0,
    });
    expect(await valuesOf(metrics, 'attache_store_reachable')).toEqual({ '': 1 });
    expect(await valuesOf(metrics, 'attache_delivery_oldest_due_seconds')).toMatchObject({
      'platform="slack"': 60,
      'platform="discord"': 0,
    });
    expect(await valuesOf(metrics, 'attache_planning_behind_seconds')).toEqual({ '': 10 });
    expect(await valuesOf(metrics, 'attache_subscriptions_next_too_late')).toEqual({ '': 3 });
    expect(await valuesOf(metrics, 'attache_subscriptions')).toMatchObject({
      'platform="slack",state="active"': 7,
    });
    expect(await valuesOf(metrics, 'attache_pauses')).toMatchObject({
      'platform="discord",scope="platform"': 1,
    });
    expect(await valuesOf(metrics, 'attache_deliveries_due')).toMatchObject({
      'platform="slack",state="retry"': 2,
      'platform="discord",state="unknown"': 1,
    });
    expect(await valuesOf(metrics, 'attache_pictures_waiting')).toEqual({ '': 4 });
    expect(await valuesOf(metrics, 'attache_deliveries_under_way')).toEqual({ '': 5 });
    metrics.unreadableInstallations(2);
    expect(await valuesOf(metrics, 'attache_installations_unreadable')).toEqual({ '': 2 });
    down = true;
    now += 30_000;
    await census.look();
    census.stop();
    expect(await valuesOf(metrics, 'attache_store_reachable')).toEqual({ '': 0 });
    expect((await valuesOf(metrics, 'attache_delivery_oldest_due_seconds'))['platform="slack"']).toBe(90);
  });
});

type Rule = {
  alert: string;
  expr: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
};

const alerts = (
  load(readFileSync('deploy/alerts.yaml', 'utf8')) as { groups: { rules: Rule[] }[] }
).groups.flatMap(({ rules }) => rules);
const dashboard = JSON.parse(readFileSync('deploy/dashboard.json', 'utf8')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};

/** Names of metrics, with what each selects by, as they stand in an expression. */
function selectorsIn(expression: string): { name: string; labels: [string, string][] }[] {
  const functions = /^(?:sum|min|max|by|rate|increase|histogram_quantile|offset|and|or|on)$/u;
  return [...expression.matchAll(/\b([a-z][a-z0-9_]+)(?:\{([^}]*)\})?/gu)].flatMap(
    ([, name = '', labels = '']) =>
      functions.test(name) || (!name.includes('_') && name !== 'up')
        ? []
        : [
            {
              name,
              labels: [...labels.matchAll(/(\w+)="([^"]*)"/gu)].map(
                ([, key = '', value = '']) => [key, value] as [string, string],
              ),
            },
          ],
  );
}

describe('the alerts and the dashboard', () => {
  it('name only metrics that are exposed, with labels that these have', async () => {
    const series = seriesIn(await scrape(createMetrics(ALL)));
    const expressions = [
      ...alerts.map(({ alert, expr }) => [alert, expr]),
      ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr])),
    ];
    expect(expressions.length).toBeGreaterThan(30);
    for (const [where, expression = ''] of expressions) {
      const selectors = selectorsIn(
        expression.replaceAll('$__rate_interval', '5m').replaceAll(/by \([^)]*\)/gu, ''),
      );
      expect([where, selectors.length > 0]).toEqual([where, true]);
      for (const { name, labels } of selectors) {
        if (name === 'up') continue;
        // Prometheus adds where it has a series from.
        const own = labels.filter(([key]) => key !== 'job' && key !== 'instance');
        const fits = series.some(
          (one) => one.name === name && own.every(([key, value]) => one.labels.includes(`${key}="${value}"`)),
        );
        expect([where, name, own, fits]).toEqual([where, name, own, true]);
      }
    }
  });

  it('each alert says what it means, how to mend it, and where the docs tell more', () => {
    const headings = readFileSync('docs/running.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .map((line) =>
        line
          .replace(/^#+ /u, '')
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
    for (const { alert, labels, annotations } of alerts) {
      expect(labels?.severity).toMatch(/^(?:page|ticket)$/u);
      expect(annotations?.summary).toMatch(/\.$/u);
      expect(annotations?.mend).toMatch(/\.$/u);
      const [file, anchor = ''] = annotations?.runbook?.split('#') ?? [];
      expect([alert, file, headings.includes(anchor)]).toEqual([alert, 'docs/running.md', true]);
    }
  });

  it('cover every figure of ours', async () => {
    const text = await scrape(createMetrics(ALL));
    const names = [...text.matchAll(/^# TYPE (attache_\w+)/gmu)].map(([, name = '']) => name);
    const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n');
    expect(names.filter((name) => !shown.includes(name))).toEqual([]);
  });
});
