/** Slots and deliveries, as they happen in this process. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Platform } from '../../ports/platform.ts';

/** How late a digest may come, in seconds. */
const LATENESS = [1, 5, 15, 60, 300, 1_800, 7_200, 21_600];
const ENDS = ['sent', 'retry', 'unknown', 'gone', 'skipped'];

export function deliveryMetrics(registers: Registry[], platforms: readonly Platform['name'][]) {
  const planned = new Counter({
    name: 'attache_slots_planned_total',
    help: 'Slots that the planner recorded, by what it decided',
    labelNames: ['as'],
    registers,
  });
  const settled = new Counter({
    name: 'attache_deliveries_settled_total',
    help: 'Deliveries by platform and what became of them',
    labelNames: ['platform', 'as'],
    registers,
  });
  const lateness = new Histogram({
    name: 'attache_delivery_lateness_seconds',
    help: 'How long after its slot a digest was sent',
    labelNames: ['platform'],
    buckets: LATENESS,
    registers,
  });
  for (const as of ['pending', 'skipped']) planned.inc({ as }, 0);
  for (const platform of platforms) {
    lateness.zero({ platform });
    for (const as of ENDS) settled.inc({ platform, as }, 0);
  }
  return {
    planned(_subscriptions: number, pending: number, skipped: number): void {
      planned.inc({ as: 'pending' }, pending);
      planned.inc({ as: 'skipped' }, skipped);
    },
    settled(platform: string, kind: string, lateMs: number): void {
      settled.inc({ platform, as: kind });
      if (kind === 'sent') lateness.observe({ platform }, lateMs / 1_000);
    },
  };
}
