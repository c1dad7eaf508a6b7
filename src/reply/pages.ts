/** A reply as a platform's message bodies, in reading order. */
export type Pages<Body> = {
  /** At least one. Body i of n > 1 says 'Page i of n'. */
  readonly pages: readonly [Body, ...Body[]];
  /**
   * 'controls': send one page (the first, or the one that a paging control names): each carries the controls that
   * lead to its neighbours, and a single page needs none.
   * 'all-at-once': the words that lead to this reply are too long for a control's id, so no page leads to the next:
   * send all of them, one after the other.
   */
  readonly paging: 'controls' | 'all-at-once';
};

/** The page that a control asks for, counted from 1; the last one where the reply has become shorter since. */
export function pageAt<Body>(pages: Pages<Body>, page: number): Body {
  return pages.pages[Math.min(page, pages.pages.length) - 1] ?? pages.pages[0];
}

/** What packing needs to know of a piece: what it costs in each of the platform's measures. */
export type Priced = {
  readonly cost: readonly number[];
  /** A heading: it stands on the same page as what comes after it, if that is possible. */
  readonly leads?: boolean;
};

/**
 * Fills pages with pieces in order, as many on each as the limits bear. A piece over a limit by itself gets a page by
 * itself: a renderer makes none.
 */
export function pack<P extends Priced>(pieces: readonly P[], limits: readonly number[]): P[][] {
  const pages: P[][] = [];
  let page: P[] = [];
  let used = limits.map(() => 0);
  for (const group of groups(pieces, limits)) {
    const cost = total(group, limits.length);
    if (page.length > 0 && !within(sum(used, cost), limits)) {
      pages.push(page);
      page = [];
      used = limits.map(() => 0);
    }
    page.push(...group);
    used = sum(used, cost);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

/** Each heading with what it leads, unless the two do not fit on one page. */
function groups<P extends Priced>(pieces: readonly P[], limits: readonly number[]): P[][] {
  const result: P[][] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const joins = last?.at(-1)?.leads === true && within(total([...last, piece], limits.length), limits);
    if (joins) last.push(piece);
    else result.push([piece]);
  }
  return result;
}

function total(pieces: readonly Priced[], measures: number): number[] {
  return pieces.reduce<number[]>((all, piece) => sum(all, piece.cost), Array(measures).fill(0));
}

function sum(left: readonly number[], right: readonly number[]): number[] {
  return left.map((value, index) => value + (right[index] ?? 0));
}

function within(cost: readonly number[], limits: readonly number[]): boolean {
  return cost.every((value, index) => value <= (limits[index] ?? Number.POSITIVE_INFINITY));
}
