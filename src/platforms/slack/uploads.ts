/** Pictures on their way into Slack: uploaded once for each workspace, then shown in messages by the file's id. */
import type { Log } from '../../ports/log.ts';
import {
  type DrawnPictures,
  drawnIn,
  type Picture,
  type Pictures,
  pictureKey,
  within,
} from '../../ports/pictures.ts';
import type { Reply } from '../../reply/reply.ts';
import type { WebClient } from './clients.ts';
import { codeIn, refusalOf } from './refusals.ts';
import type { SlackPictures } from './render.ts';

/** The scope that uploading takes. Without it pictures are put into words. */
export const UPLOAD_SCOPE = 'files:write';

export type Uploads = {
  /**
   * Where Slack finds a reply's pictures, as far as they are drawn and uploaded after `withinMs`. Never throws: what is
   * missing is put into words. What comes later is there for the next time.
   */
  placesOf(
    reply: Pick<Reply, 'blocks'>,
    to: { readonly workspace: string; readonly client: WebClient; readonly locale: string },
    withinMs: number,
  ): Promise<SlackPictures | undefined>;
  /** After Slack refused a message with them: somebody may have deleted the files. */
  forget(workspace: string): void;
};

/** Most of Slack's people look at it in its light theme. */
const THEME = 'light';
/** How long a workspace that refuses uploads is not asked again. */
const REFUSED_MS = 600_000;

/** `counted` does the uploading, and may keep count of it. */
export function createUploads(
  pictures: Pictures,
  log: Log,
  now: () => number,
  counted: <Result>(upload: () => Promise<Result>) => Promise<Result> = (upload) => upload(),
): Uploads {
  let uploaded = new WeakMap<Picture, Map<string, Promise<string | undefined>>>();
  const refusedUntil = new Map<string, number>();

  return {
    async placesOf(reply, { workspace, client, locale }, withinMs) {
      if (!reply.blocks.some(({ kind }) => kind === 'picture')) return undefined;
      if ((refusedUntil.get(workspace) ?? 0) > now()) return undefined;
      const until = performance.now() + withinMs;
      const drawn = await drawnIn(reply, pictures, { theme: THEME, locale, withinMs });
      const ids = new Map<Picture, string>();
      const uploading = [...drawn.values()].flat().map(async (picture) => {
        const id = await idOf(picture, workspace, client);
        if (id !== undefined) ids.set(picture, id);
      });
      await within(Math.max(0, until - performance.now()), Promise.all(uploading));
      return placed(drawn, new Map(ids));
    },
    forget(workspace) {
      uploaded = new WeakMap();
      log.warn(
        { workspace },
        'Slack did not take a message with its pictures; they are uploaded anew next time',
      );
    },
  };

  function idOf(picture: Picture, workspace: string, client: WebClient): Promise<string | undefined> {
    const known = uploaded.get(picture) ?? new Map<string, Promise<string | undefined>>();
    uploaded.set(picture, known);
    const before = known.get(workspace);
    if (before !== undefined) return before;
    const id = counted(() => upload(picture, workspace, client));
    known.set(workspace, id);
    void id.then((found) => found === undefined && known.delete(workspace));
    return id;
  }

  async function upload(picture: Picture, workspace: string, client: WebClient): Promise<string | undefined> {
    try {
      const { files } = (await client.filesUploadV2({
        file: Buffer.from(picture.data),
        filename: picture.name,
        title: picture.name,
      })) as { files?: readonly { readonly files?: readonly { readonly id?: string }[] }[] };
      return files?.[0]?.files?.[0]?.id;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.kind === 'error') refusedUntil.set(workspace, now() + REFUSED_MS);
      log.warn({ workspace, why: codeIn(refusal) }, 'A picture could not be uploaded to Slack');
      return undefined;
    }
  }
}

/** A picture of which a part is missing is put into words as a whole. */
function placed(drawn: DrawnPictures, ids: ReadonlyMap<Picture, string>): SlackPictures {
  return (name, briefing) => {
    const parts = drawn.get(pictureKey(name, briefing)) ?? [];
    const found = parts.flatMap((picture) => {
      const id = ids.get(picture);
      return id === undefined ? [] : [{ place: { slack_file: { id } }, alt: picture.alt }];
    });
    return found.length < parts.length ? undefined : found;
  };
}
