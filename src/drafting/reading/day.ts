/** The day of a moment as files write it: '2025-02-26T09:15:00Z', '2025-02-26'. */
export function dayOf(moment: string | undefined): string | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/.exec(moment?.trim() ?? '') ?? [];
  if (day === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(day).toString();
  } catch {
    return undefined;
  }
}
