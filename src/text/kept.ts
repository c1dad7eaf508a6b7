/** What is read again and again, by one rule after another, and need be read once only. */

export type Kept<Made> = Map<string, { readonly made: Made }>;

/** What was made of a name before, or is made now; of more than `most` the oldest goes. */
export function kept<Made>(those: Kept<Made>, most: number, name: string, make: () => Made): Made {
  const known = those.get(name);
  if (known !== undefined) return known.made;
  const made = make();
  if (those.size >= most) for (const [oldest] of those) if (those.delete(oldest)) break;
  those.set(name, { made });
  return made;
}

/**
 * The same function of a text and of what it is read against, whose newest results are kept: `most` for each that it
 * is read against, and as long as that lives. What is made must be the same each time, and nobody may change it.
 */
export function keptPer<Against extends object, Made>(
  most: number,
  make: (text: string, against: Against) => Made,
): (text: string, against: Against) => Made {
  const each = new WeakMap<Against, Kept<Made>>();
  return (text, against) => {
    const those = each.get(against) ?? new Map();
    each.set(against, those);
    return kept(those, most, text, () => make(text, against));
  };
}
