/** The wall clock of `zone` at an instant (epoch ms): its local date, 'YYYY-MM-DD', and time, 'HH:MM'. */
export function wallClock(at: number, zone: string): { readonly date: string; readonly time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}
