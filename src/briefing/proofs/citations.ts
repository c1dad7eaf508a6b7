/** The source's words that a text of ours sets between single quotation marks. An apostrophe is none of them. */
export function citationsIn(text: string): string[] {
  return [...text.matchAll(/(?<=^|[\s(])['‘]([^'’]+)['’](?=$|[\s.,;:!?)])/gu)].map((match) => match[1]!);
}
