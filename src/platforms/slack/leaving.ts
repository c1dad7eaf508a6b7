/** The app is removed from a workspace: all that is kept about it goes. Slack tells it by two events, in either order. */
import type { App } from '@slack/bolt';
import { readEnvelope, revokesBot } from './incoming.ts';
import { installedAt } from './installations.ts';
import type { SlackParts } from './parts.ts';

/** Between Slack's clock, in whole seconds, and ours. */
const CLOCK_SLACK_MS = 2000;

export function listenToLeaving(app: App, parts: SlackParts): void {
  app.event('app_uninstalled', async ({ body }) => await leave(parts, body));
  app.event('tokens_revoked', async ({ body, event }) => {
    if (revokesBot(event)) await leave(parts, body);
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
