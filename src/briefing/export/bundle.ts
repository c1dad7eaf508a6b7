/**
 * A briefing as one file with which anybody can prove it without its articles: the items as they stand, the
 * fingerprints of the sources, and what was proven. The articles are not in it.
 */
import { z } from 'zod';
import { type Checked, check, type Proven } from '../check.ts';
import type { Fault } from '../fault.ts';
import type { Texts } from '../files.ts';
import { sha256Of } from '../fingerprint.ts';
import { FILES } from '../schema.ts';

const FORMAT = 'attache-bundle-1';

const proofs = z.strictObject({
  paragraphs: z.int(),
  quotations: z.int(),
  claims: z.int(),
  /** What no proof settles, and nobody had looked at. */
  marks: z.array(z.strictObject({ item: z.string(), mark: z.string() })),
});

const bundleShape = z.strictObject({
  format: z.literal(FORMAT),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** By their names. */
  files: z.partialRecord(z.enum(Object.keys(FILES) as [keyof typeof FILES]), z.string()),
  /** By the ids of the sources, as they lie in their files. */
  fingerprints: z.record(z.string(), z.string()),
  proofs,
  /** Of the files and the fingerprints. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
type Bundle = z.infer<typeof bundleShape>;

export type Bundled =
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

export type Verified =
  | { readonly kind: 'proven'; readonly proven: Proven; readonly id: string }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'no-bundle'; readonly why: string }
  /** It says of itself what is not so. */
  | { readonly kind: 'untrue'; readonly what: readonly ('sha256' | keyof z.infer<typeof proofs>)[] };

/** Pure. Only of a briefing that is proven. */
export function bundleOf(id: string, texts: Texts): Bundled {
  const bare = { ...texts, articles: new Map<string, string>() };
  const checked = check(bare);
  if (checked.kind === 'faults') return checked;
  const content = {
    files: Object.fromEntries(texts.yaml) as Bundle['files'],
    fingerprints: Object.fromEntries(texts.prints),
  };
  return {
    kind: 'bundle',
    bundle: { format: FORMAT, id, ...content, proofs: proofsOf(checked.proven), sha256: sumOf(content) },
  };
}

/** Pure. Proves a bundle anew, by its fingerprints, or exactly where its articles are given too. */
export function verified(text: string, articles: readonly string[]): Verified {
  const read = bundleShape.safeParse(jsonOf(text));
  if (!read.success) return { kind: 'no-bundle', why: wordIssue(read.error.issues[0]) };
  const { id, files, fingerprints, proofs: said, sha256 } = read.data;
  const checked: Checked = check(
    {
      folder: id,
      yaml: new Map(Object.entries(files)),
      prints: new Map(Object.entries(fingerprints)),
      articles: new Map(),
    },
    articles,
  );
  if (checked.kind === 'faults') return { kind: 'faults', faults: checked.faults };
  const found = proofsOf(checked.proven);
  const keys = Object.keys(found) as (keyof typeof found)[];
  const untrue = keys.filter((key) => JSON.stringify(found[key]) !== JSON.stringify(said[key]));
  const what = [...(sumOf({ files, fingerprints }) === sha256 ? [] : ['sha256' as const]), ...untrue];
  return what.length > 0 ? { kind: 'untrue', what } : { kind: 'proven', proven: checked.proven, id };
}

function proofsOf({ paragraphs, quotations, claims, marks }: Proven): z.infer<typeof proofs> {
  return { paragraphs, quotations, claims, marks: marks.map(({ id, mark }) => ({ item: id, mark })) };
}

/** The same however the keys are ordered. */
function sumOf(content: Pick<Bundle, 'files' | 'fingerprints'>): string {
  const sorted = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sha256Of(JSON.stringify([sorted(content.files), sorted(content.fingerprints)]));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordIssue(issue: z.core.$ZodIssue | undefined): string {
  return issue === undefined ? 'no JSON' : `${issue.path.join('.') || 'the file'}: ${issue.message}`;
}
