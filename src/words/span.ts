/** A stretch of a text, by its letters: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
