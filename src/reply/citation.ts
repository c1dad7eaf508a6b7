import type { Cite } from './reply.ts';

/** `[¶ 16, 18]`, or with several sources `[VOA ¶ 16, 18; Kremlin ¶ 3]`. */
export function citation(cites: readonly Cite[]): string {
  const bySource = Map.groupBy(cites, ({ name }) => name ?? '');
  const each = [...bySource].map(([name, its]) => {
    const numbers = its.map(({ paragraph }) => paragraph).join(', ');
    return name === '' ? `¶ ${numbers}` : `${name} ¶ ${numbers}`;
  });
  return `[${each.join('; ')}]`;
}

/** The same for where lines wrap: the sign stays with its number. */
export function unbrokenCitation(cites: readonly Cite[]): string {
  return citation(cites).replaceAll('¶ ', '¶\u00a0').replaceAll(' ¶', '\u00a0¶');
}
