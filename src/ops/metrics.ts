/** Figures for Prometheus, at `/metrics`. Labels are kinds and platforms alone: no channel, no person, no secret. */
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Route } from '../ports/platform.ts';

/** How late a digest may come, in seconds. */
const LATENESS = [1, 5, 15, 60, 300, 1_800, 7_200, 21_600];

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
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

  const route: Route = {
    prefix: '/metrics',
    async listener(_request, response) {
      const text = await registry.metrics();
      response.writeHead(200, { 'content-type': registry.contentType }).end(text);
    },
  };
  const delivery = {
    planned(_subscriptions: number, pending: number, skipped: number): void {
      planned.inc({ as: 'pending' }, pending);
      planned.inc({ as: 'skipped' }, skipped);
    },
    settled(platform: string, kind: string, lateMs: number): void {
      settled.inc({ platform, as: kind });
      if (kind === 'sent') lateness.observe({ platform }, lateMs / 1_000);
    },
  };
  return { route, delivery };
}
