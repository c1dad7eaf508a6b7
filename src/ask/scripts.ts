/** Questions in Japanese, Chinese, Korean and Russian: who and what they name, and what they ask. */
import type { Asked, Speech } from './intent.ts';
import type { Knowledge } from './knowledge.ts';
import type { Unit } from './read.ts';
import type { Token } from './words.ts';

export type Foreign = {
  readonly units: readonly Unit[];
  readonly asked: Asked | undefined;
  readonly speech: Speech | undefined;
  readonly negative: boolean;
};

type Way = readonly [RegExp, Asked | undefined, Speech | undefined];

const count: Asked = { kind: 'count', noun: '' };
const WAYS: readonly Way[] = [
  [/何歳|年齢|いくつですか|сколько лет|возраст/, { kind: 'measure', of: 'age' }, undefined],
  [/いくら|金額|規模|сколько (?:стоит|денег)|какова сумма|размер/, { kind: 'amount' }, undefined],
  [/何件|何人|何回|何島|いくつ|人数|件数|сколько/, count, undefined],
  [/いつ|何年|何日|когда|в каком году/, { kind: 'when' }, undefined],
  [/どこ|場所|где|куда/, { kind: 'where' }, undefined],
  [/なぜ|どうして|理由|почему|зачем/, { kind: 'why' }, undefined],
  [/とは誰|誰ですか|何者|とは何|кто так|что такое/, { kind: 'identity', of: 'who' }, undefined],
  [/誰|だれ|どの会社|どの企業|кто|какие компании/, { kind: 'who' }, undefined],
  [
    /言っ|言い|発言|述べ|語っ|話し|意見|見解|コメント|сказал|говорил|говорит|мнени|заявил|думает|считает/,
    { kind: 'what' },
    'own',
  ],
];

/** Words of grammar and politeness between the words that matter. */
const CJK_LIGHT =
  /について|に関して|に関する|ですか|でしたか|ますか|ましたか|ください|教えて|件数|人数|何人|何件|何回|何島|何歳|何年|何日|何と|何を|何が|何ですか|何|どう|どの|どんな|この|その|首脳|大統領|首相|総理|氏|さん|先生|教授|発言|述べ|語っ|話し|言っ|言い|意見|見解|コメント|考え|思っ|誰|件数|人数|何人|何件|何回|理由|場所|年齢|何歳|規模|金額|何年|何日|とは|説明|情報|記事|内容|立場|主張|両国|両|是|什么|说|了|的|吗|[\p{Script=Hiragana}ー・々]+/gu;
/** Verbs and adjectives: signs that run on in hiragana other than a particle. */
const INFLECTED = /\p{Script=Han}{1,2}(?=[られっわびみきしるいかけえせてためまばべさすうくぐぶむ])/gu;
const CYRILLIC_LIGHT = new Set(
  'что кто как где когда почему зачем сколько какой какая какие каков какова о об обо про на в во и или а но с со по к у из за от до для ли не был была было были есть это этот эта эти сказал сказала сказали говорил говорит говорили заявил заявила заявили думает считает мнение расскажи расскажите пожалуйста мне его ее их он она они так такое такой такая же бы чем чего кого кому если то там тут нет да стороны сторона позиция хочет хотят размер сумма число количество'.split(
    ' ',
  ),
);

export function scriptsIn(tokens: readonly Token[], knowledge: Knowledge): Foreign {
  const unspaced = tokens.filter((token) => token.kind === 'cjk').map((token) => token.word);
  const cyrillic = tokens.filter((token) => token.kind === 'cyrillic').map((token) => token.word);
  if (unspaced.length === 0 && cyrillic.length === 0)
    return { units: [], asked: undefined, speech: undefined, negative: false };
  const words = [...unspaced, ...cyrillic].join(' ');
  const way = WAYS.find(([pattern]) => pattern.test(words));
  const own = WAYS.at(-1)![0].test(words);
  return {
    units: unspaced.flatMap((word, at) => unitsOfUnspaced(word, at, knowledge)),
    asked: way?.[1] ?? { kind: 'what' },
    speech: own ? 'own' : 'none',
    negative: /ない|なかった|ません|無い|не |нет/.test(words),
  };
}

/** Whether a Russian word carries no matter of its own. */
export function isLightCyrillic(word: string): boolean {
  return (
    CYRILLIC_LIGHT.has(word) ||
    /(?:ит|ет|ют|ут|ят|ала?|али|ила?|или|ть|ться|тся|лся|лись|шла|шло|шли|шел|вели|дено|дены|ано|аны|ана|ены|ена|ено|лось|лась)$/.test(
      word,
    )
  );
}

function unitsOfUnspaced(typed: string, at: number, knowledge: Knowledge): Unit[] {
  const units: Unit[] = [];
  let rest = typed;
  const unit = (words: string, keys: readonly string[]): Unit => {
    const ids = keys.filter((key) => key.startsWith('e:')).map((key) => key.slice(2));
    const kind = ids.length > 0 ? 'name' : 'matter';
    return {
      typed: words,
      words,
      keys: new Set(keys),
      ids,
      kind,
      focus: false,
      setting: false,
      subject: false,
      wanted: false,
      at,
    };
  };
  for (const { words, keys } of knowledge.unspaced) {
    if (!rest.includes(words)) continue;
    rest = rest.replaceAll(words, ' ');
    units.push(unit(words, keys));
  }
  const left = rest.replace(INFLECTED, ' ').replace(CJK_LIGHT, ' ').split(/\s+/);
  return [...units, ...left.filter((word) => word !== '').map((word) => unit(word, [word]))];
}
