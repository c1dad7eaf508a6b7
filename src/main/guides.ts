import { readFile } from 'node:fs/promises';

const GUIDES: Record<string, URL> = {
  slack: new URL('../../docs/slack.md', import.meta.url),
  discord: new URL('../../docs/discord.md', import.meta.url),
};

/** A guide's text by its name; undefined where there is none, or where the docs were left out of the image. */
export async function guides(name: string): Promise<string | undefined> {
  const file = Object.hasOwn(GUIDES, name) ? GUIDES[name] : undefined;
  if (file === undefined) return undefined;
  return readFile(file, 'utf8').catch(() => undefined);
}
