/** A sentence for whoever sits at the terminal; standard output is for answers. */
export function inform(...sentences: readonly string[]): void {
  process.stderr.write(`${sentences.join('\n')}\n`);
}

/** An answer, whole, with its line end. */
export function print(answer: string): void {
  process.stdout.write(answer.endsWith('\n') ? answer : `${answer}\n`);
}
