/** The Dockerfile as data: its stages and what each does, in order. */
export type Step =
  | { readonly kind: 'copy'; readonly from?: string; readonly what: readonly string[]; readonly to: string }
  | { readonly kind: 'run' | 'user' | 'cmd'; readonly words: string };

export type Stage = {
  readonly name?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
};

/** @throws on an instruction that is not known here: what is not replayed would not be tested. */
export function stagesOf(dockerfile: string): Stage[] {
  const lines = dockerfile
    .replaceAll(/\\\n/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const stages: { name?: string; env: Record<string, string>; steps: Step[] }[] = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/u.exec(line) ?? [];
    if (word === 'FROM') {
      const name = / AS (\w+)$/u.exec(rest)?.[1];
      stages.push({ ...(name !== undefined && { name }), env: {}, steps: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`The Dockerfile begins with ${word}`);
    if (word === 'ENV') {
      for (const [, key = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/gu)) stage.env[key] = value;
    } else if (!NOTHING_TO_DO.has(word)) stage.steps.push(stepOf(word, rest));
  }
  return stages;
}

/** What tells Docker something and does nothing to the files. */
const NOTHING_TO_DO = new Set(['WORKDIR', 'VOLUME', 'EXPOSE', 'HEALTHCHECK']);

function stepOf(word: string, rest: string): Step {
  if (word === 'RUN' || word === 'USER' || word === 'CMD')
    return { kind: word.toLowerCase() as 'run' | 'user' | 'cmd', words: rest };
  if (word !== 'COPY') throw new Error(`No replay is known of ${word} in the Dockerfile`);
  const from = /^--from=(\S+)\s+/u.exec(rest);
  const paths = rest.slice(from?.[0].length ?? 0).split(/\s+/u);
  return {
    kind: 'copy',
    ...(from?.[1] && { from: from[1] }),
    what: paths.slice(0, -1),
    to: paths.at(-1) ?? '.',
  };
}
