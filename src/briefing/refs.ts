/** References: a paragraph of a source. */

export type Ref = {
  /** The source's id. */
  readonly source: string;
  /** Counted from 1. */
  readonly paragraph: number;
  /** How a citation calls the source; only where the briefing has several. */
  readonly name?: string;
};

/** A reference as it is written in an address: `voa:16`. */
export function keyOf({ source, paragraph }: Ref): string {
  return `${source}:${paragraph}`;
}

export function sameRef(one: Ref, other: Ref): boolean {
  return one.source === other.source && one.paragraph === other.paragraph;
}

/** Whether two lists have a paragraph in common. */
export function shareRef(one: readonly Ref[], other: readonly Ref[]): boolean {
  return one.some((ref) => other.some((its) => sameRef(ref, its)));
}

/** How a citation calls a source without a name of its own: `voa` is VOA, `port-gazette` is Port Gazette. */
export function sourceName({
  id,
  name,
}: {
  readonly id: string;
  readonly name?: string | undefined;
}): string {
  if (name !== undefined) return name;
  if (id.length <= 4) return id.toUpperCase();
  return id
    .replace(/(^|-)(\p{L})/gu, (_, gap, letter) => `${gap && ' '}${letter.toUpperCase()}`)
    .replaceAll('-', ' ');
}
