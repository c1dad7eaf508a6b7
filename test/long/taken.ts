import type { LocalDiscord } from '../servers/discord/server.ts';
import type { LocalSlack } from '../servers/slack/server.ts';

/** Calls `act` whenever a platform has just taken a message: the worst moment to be killed in. */
export function whenTaken(discord: LocalDiscord, slack: LocalSlack, act: () => void): void {
  discord.world.events.on('message', act);
  const posts = slack.posts as unknown[];
  const push = posts.push.bind(posts);
  posts.push = (...messages) => {
    const length = push(...messages);
    act();
    return length;
  };
}
