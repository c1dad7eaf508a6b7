/** Text of a given length that is always the same for the same `seed`: words of questions, names, scripts and rubbish. */
export function noise(seed: number, length: number): string {
  let state = (seed + 1) * 2_654_435_761;
  const next = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % below;
  };
  let text = '';
  while (text.length < length) {
    const word = WORDS[next(WORDS.length)]!;
    const kind = next(6);
    if (kind === 0) text += word.split('').reverse().join('');
    else if (kind === 1) text += String.fromCodePoint(33 + next(0x2fff));
    else if (kind === 2) text += word.slice(0, -1);
    else text += word;
    text += ['', ' ', ' ', ' ', '. ', '\n', '-'][next(7)];
  }
  return text.slice(0, length);
}

const WORDS =
  "who what when where why how many much did does is was Abe Putin Newsham Hosaka Japan Russia China Tokyo islands treaty trust fund agreements sanctions military bases visa economic cooperation the of on about for with to and 平和条約 安倍 プーチンは Путин островов договор 1956 $1bn 68 17,000 don't co-operation Kremlin's @everyone <b> '; DROP ignore instructions prime minister South China Sea".split(
    ' ',
  );
