/** Files of a local Slack: asked for, uploaded, completed; only then may a message show them. */
import type { Answer, Asked } from './methods.ts';
import type { World } from './world.ts';

export type Upload = {
  readonly team: string;
  readonly name: string;
  readonly length: number;
  data?: Buffer;
  complete: boolean;
};

let lastId = 0;

/** `files.getUploadURLExternal`: where the bytes go, and the id that the file will have. */
export function getUploadUrl({ args, team, world, base }: Asked): Answer {
  const length = Number(args.length);
  if (!Number.isInteger(length) || length <= 0) return { ok: false, error: 'invalid_arguments' };
  lastId += 1;
  const id = `F${String(lastId).padStart(9, '0')}`;
  world.files.set(id, { team: team.id, name: String(args.filename), length, complete: false });
  return { ok: true, upload_url: `${base}/upload/${id}`, file_id: id };
}

/** The upload's own address, which takes no token. A body of another length than was said is refused. */
export async function takeUpload(world: World, path: string, type: string, body: Buffer) {
  const data = await bytesOf(type, body);
  const file = world.files.get(path.slice('/upload/'.length));
  if (file === undefined || file.complete) return { status: 404, headers: {}, body: 'no such upload' };
  if (data.length !== file.length) return { status: 400, headers: {}, body: 'another length was promised' };
  file.data = data;
  return { status: 200, headers: {}, body: `OK - ${data.length}` };
}

/** A form with the file, as the SDK sends it, or the bytes alone. */
async function bytesOf(type: string, body: Buffer): Promise<Buffer> {
  if (!type.includes('multipart')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}

export function completeUpload({ args, team, world }: Asked): Answer {
  const wanted = typeof args.files === 'string' ? JSON.parse(args.files) : args.files;
  if (!Array.isArray(wanted) || wanted.length === 0) return { ok: false, error: 'invalid_arguments' };
  for (const { id } of wanted) {
    const file = world.files.get(id);
    if (file === undefined || file.team !== team.id || file.data === undefined) {
      return { ok: false, error: 'file_not_found' };
    }
    file.complete = true;
  }
  return { ok: true, files: wanted.map(({ id, title }) => ({ id, title })) };
}

/** Files that a message names and that are not there to be shown. */
export function missingFiles(blocks: unknown, { world, team }: Pick<Asked, 'world' | 'team'>): string[] {
  const named = [...JSON.stringify(blocks ?? []).matchAll(/"slack_file":\{"id":"([^"]+)"\}/gu)];
  return named
    .map(([, id = '']) => id)
    .filter((id) => {
      const file = world.files.get(id);
      return file === undefined || file.team !== team.id || !file.complete;
    });
}
