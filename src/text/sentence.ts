/** What a platform or the ledger gives as a reason, closed like a sentence. */
export function sentence(why: string): string {
  return /[.!?]$/u.test(why) ? why : `${why}.`;
}
