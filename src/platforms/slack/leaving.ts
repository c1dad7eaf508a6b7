/**
 * The app is removed from a workspace: all that is kept about it goes. Slack tells it by two events, in either order.
 * Or a channel of it gets another id, when it is shared or moved into an organisation.
 */
import type { App } from '@slack/bolt';
import { readEnvelope, readMoved, revokesBot } from './incoming.ts';
import { installedAt } from './installations.ts';
import type { SlackParts } from './parts.ts';

/** Between Slack's clock, in whole seconds, and ours. */
const CLOCK_SLACK_MS = 2000;

export function listenToLeaving(app: App, parts: SlackParts): void {
  app.event('app_uninstalled', async ({ body }) => await leave(parts, body));
  app.event('tokens_revoked', async ({ body, event }) => {
    if (revokesBot(event)) await leave(parts, body);
  });
  app.event('channel_id_changed', async ({ body, event }) => {
    const workspace = readEnvelope(body)?.workspace;
    const ids = readMoved(event);
    if (workspace === undefined || ids === undefined) return;
    await parts.onMoved(workspace, ids.from, ids.to);
    parts.log.info({ workspace, ...ids }, 'A channel has another id, and its digest goes on there');
  });
}

async function leave({ installations, onUninstalled, log }: SlackParts, body: unknown): Promise<void> {
  const event = readEnvelope(body);
  if (event === undefined) return;
  const { workspace, at } = event;
  const installed = await installedAt(installations, workspace);
  if (installed !== undefined && installed > at + CLOCK_SLACK_MS) {
    log.info({ workspace }, 'An old removal came after a new installation, and is ignored');
    return;
  }
  await installations.remove(workspace);
  await onUninstalled(workspace);
  log.info({ workspace }, 'The app was removed from a workspace, and what was kept about it is deleted');
}
