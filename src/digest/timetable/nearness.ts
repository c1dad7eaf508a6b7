/**
 * How many typing errors lie between what was typed and a name, a swap of neighbours counting once (optimal string
 * alignment). The beginning of a name is half an error away; names too different in length are just above `most`.
 */
export function farness(typed: string, name: string, most: number): number {
  if (name.startsWith(typed)) return 0.5;
  if (Math.abs(typed.length - name.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: name.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= name.length; j++) {
      const same = typed[i - 1] === name[j - 1] ? 0 : 1;
      row[j] = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1];
      if (swapped) row[j] = Math.min(row[j] ?? 0, (before[j - 2] ?? 0) + 1);
    }
    before = above;
    above = row;
  }
  return above[name.length] ?? most + 1;
}
