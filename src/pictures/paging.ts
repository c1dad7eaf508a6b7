/** Rows in pages, none taller than `most` unless one row alone is; the pages as even as that allows. */
export function paged<T>(rows: readonly T[], heightOf: (row: T) => number, most: number): T[][] {
  const total = rows.reduce((sum, row) => sum + heightOf(row), 0);
  const wanted = total / Math.max(1, Math.ceil(total / most));
  const pages: T[][] = [];
  let height = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const page = pages.at(-1);
    const grown = height + heightOf(row);
    if (page === undefined || grown > most || height >= wanted) {
      pages.push([row]);
      height = heightOf(row);
    } else {
      page.push(row);
      height = grown;
    }
  }
  return pages;
}
