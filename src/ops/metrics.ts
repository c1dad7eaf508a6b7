/**
 * Figures for Prometheus, at `/metrics`. Labels are kinds and platforms alone: no channel, no person, no secret, no word
 * that anybody typed. Every series is there from the start, at zero, so that an alert can tell nothing from no answer.
 */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Platform, Route } from '../ports/platform.ts';
import { askingMetrics } from './metrics/asking.ts';
import { deliveryMetrics } from './metrics/delivery.ts';
import { stateMetrics } from './metrics/state.ts';

export type MetricsParts = {
  readonly version: string;
  /** The platforms that the settings ask for. */
  readonly platforms: readonly Platform['name'][];
};

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics({ version, platforms }: MetricsParts) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'attache_build_info',
    help: 'Always 1; its labels tell which version runs, and on which Node',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.versions.node }, 1);

  const route: Route = {
    prefix: '/metrics',
    async listener(_request, response) {
      const text = await registry.metrics();
      response
        .writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
        .end(text);
    },
  };
  return {
    route,
    ...askingMetrics(registers, platforms),
    delivery: deliveryMetrics(registers, platforms),
    ...stateMetrics(registers, platforms),
  };
}
