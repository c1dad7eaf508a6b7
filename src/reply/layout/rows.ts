/** Neighbours in rows: at most `most` in each, none dearer than `room` together. One over it stands by itself. */
export function rowsOf<Item>(
  items: readonly Item[],
  limits: { readonly most?: number; readonly room: number },
  costOf: (item: Item) => number,
): Item[][] {
  const { most = Number.POSITIVE_INFINITY } = limits;
  const rows: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const cost = costOf(item);
    const last = rows.at(-1);
    if (last !== undefined && last.length < most && cost <= room) last.push(item);
    else {
      rows.push([item]);
      room = limits.room;
    }
    room -= cost;
  }
  return rows;
}
