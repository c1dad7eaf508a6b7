/** What an editor does on the desk, as the page sends it. */
import { z } from 'zod';
import { ITEM_KINDS } from '../../ports/review.ts';

const MOST = 20_000;
const id = z.string().min(1).max(200);
/** A field of an item as its file would hold it; null takes it out. */
const fields = z.record(z.string().max(40), z.json());
const kind = z.enum(ITEM_KINDS);
const paragraph = { source: id, paragraph: z.int().min(1) };
/** The item as the page saw it. */
const seen = { item: id, was: z.string().max(64) };

const edit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), ...seen }),
  z.strictObject({ kind: z.literal('change'), ...seen, fields }),
  z.strictObject({ kind: z.literal('drop'), ...seen }),
  z.strictObject({ kind: z.literal('move'), ...seen, to: kind, fields }),
  z.strictObject({ kind: z.literal('merge'), ...seen, into: id }),
  z.strictObject({ kind: z.literal('add'), to: kind, fields, cite: z.strictObject(paragraph).optional() }),
  z.strictObject({ kind: z.literal('skip'), ...paragraph, why: z.string().trim().min(1).max(MOST) }),
  z.strictObject({ kind: z.literal('unskip'), ...paragraph }),
]);

/** `by`: whose edit it is. `anyway`: on top of what somebody else has done to the item meanwhile. */
const sent = z.strictObject({
  by: z.string().trim().min(1).max(100),
  anyway: z.boolean().default(false),
  edit,
});

export type Edit = z.infer<typeof edit>;
export type SentEdit = z.infer<typeof sent>;

/** Pure. `undefined` for what is no edit. */
export function readEdit(value: unknown): SentEdit | undefined {
  return sent.safeParse(value).data;
}
