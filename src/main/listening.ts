/** The process's two ports: one for what the platforms serve, one of its own for health and metrics. */
import type { HttpSettings } from '../config/http.ts';
import { type HttpServer, type Listened, listen } from '../ops/http.ts';
import type { Route } from '../ports/platform.ts';
import type { Messages } from '../show/messages/messages.ts';

export type Ports = { readonly platforms: HttpServer; readonly ops: HttpServer };

export type Opened =
  | { readonly kind: 'open'; readonly ports: Ports }
  | Extract<Listened, { readonly kind: 'refused' }>;

/** Opens the platforms' port beside the other, which is open already, and gives both their routes. */
export async function openPorts(
  settings: HttpSettings,
  ops: Listened,
  routes: { readonly platforms: readonly Route[]; readonly ops: readonly Route[] },
  say: Messages,
): Promise<Opened> {
  const platforms = await listen(settings, routes.platforms, say);
  if (platforms.kind === 'refused') return platforms;
  if (ops.kind === 'listening') {
    ops.server.serve(routes.ops);
    return { kind: 'open', ports: { platforms: platforms.server, ops: ops.server } };
  }
  await platforms.server.stop(0);
  return ops;
}

/** A port that nobody chose gives way to another program: the log says which one it is. */
export async function openOps(
  { host, port, chosen }: HttpSettings['ops'],
  routes: readonly Route[],
  say: Messages,
): Promise<Listened> {
  const opened = await listen({ host, port, setting: 'OPS_PORT' }, routes, say);
  return opened.kind === 'refused' && !chosen ? listen({ host, port: 0 }, routes, say) : opened;
}
