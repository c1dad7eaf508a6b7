/** What kind of answer a question asks for, told from its wording alone. */

export type Asked =
  /** `noun`: what is counted, as typed, in small letters. */
  | { readonly kind: 'count'; readonly noun: string }
  | { readonly kind: 'amount' }
  | { readonly kind: 'duration' }
  /** A measure that needs words of its own: age, height, distance. */
  | { readonly kind: 'measure'; readonly of: string }
  | { readonly kind: 'when' }
  | { readonly kind: 'where' }
  | { readonly kind: 'who' }
  | { readonly kind: 'why' }
  | { readonly kind: 'whether' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'identity' }
  | { readonly kind: 'overview' }
  /** Everything else: what, which, how, a topic alone. */
  | { readonly kind: 'what' };

export type Speech =
  | 'none'
  /** Words of somebody's own are asked for: only theirs will do. */
  | 'own'
  /** A wish, a plan or a deed of somebody's: their words are best. */
  | 'deed';

const COUNT =
  /\b(?:how many|(?:the |what |total |exact )?number of|count of|quantity of|hwo many|how mny)\b\s*(.*)$/;
const WH = /\b(?:who|whom|whose|what|when|where|why|how|which)\b/;

const MEASURES: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow (?:old|young)\b|\bage of\b|\bwhat age\b|\bage is\b|\b(?:his|her|their|whose) age\b|\bborn\b|\bbirthdays?\b/,
    'age',
  ],
  [/\bhow tall\b|\bheight\b/, 'height'],
  [/\bhow far\b|\bdistance\b/, 'distance'],
  [/\bhow (?:cold|hot|warm)\b|\btemperature\b/, 'temperature'],
  [/\bhow (?:fast|heavy|deep|wide|high)\b/, 'measure'],
  [/\bhow (?:big|large) (?:are|is) (?:the )?(?:kuril|island|disputed|territor|kurils|northern)/, 'area'],
  [/\b(?:per ?cent|percentage|proportion|%)\b/, 'percent'],
];

/** `words`: the question in small letters, its words parted by single spaces. */
export function askedIn(words: string): Asked {
  const count = COUNT.exec(words);
  if (count !== null) return { kind: 'count', noun: count[1] ?? '' };
  for (const [pattern, of] of MEASURES) if (pattern.test(words)) return { kind: 'measure', of };
  if (/\bhow long\b|\bhow many (?:days|years|weeks|hours)\b|\bduration\b|\blength of\b/.test(words))
    return { kind: 'duration' };
  if (
    /\bhow much\b|\bhow (?:big|large|sizeable|expensive|costly|rich)\b|\bwhat (?:amount|sum|size)\b|\b(?:size|worth|value|cost|price|amount|budget) of\b|\bwhat (?:is|was|are|were|s) .*\b(?:worth|cost|size|budget)\b|\bwhat did .* cost\b|\bcost of\b/.test(
      words,
    )
  ) {
    return { kind: 'amount' };
  }
  if (
    /\b(?:compare|comparison|versus|vs)\b|\bdifference between\b|\bdiffer(?:s|ed|ing)?\b|\bdisagree|\bboth sides\b.*\b(?:think|say|want|stand|see)|\bside by side\b|\bwhere do .* stand\b|\bas opposed to\b|\bcontrast\b/.test(
      words,
    )
  ) {
    return { kind: 'compare' };
  }
  if (
    /^(?:(?:please |can you |could you )?(?:give me |show me )?(?:a |an |the |me )?(?:quick |short |brief )?(?:summary|overview|gist|tldr|tl dr|rundown|recap|main points|key points|highlights|takeaways|key takeaways|bottom line)|summari[sz]e|sum up|brief me|what (?:happened|s it about|is it about|is (?:this|the article|the story|all this) about)|what s (?:this|the article|the story) about|whats (?:this|the article|the story) about|what s up|what are the (?:main|key) (?:points|takeaways))\b/.test(
      words,
    )
  ) {
    return { kind: 'overview' };
  }
  const first = WH.exec(words);
  const inverted =
    /^(?:so |and |but |then |well |ok |please )*(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might|isnt|arent|wasnt|werent|didnt|doesnt|dont|hasnt|havent|wont|was there|any)\b/.test(
      words,
    );
  if (
    inverted &&
    !/^(?:can|could|would|will|do|may|might) (?:you|u|i|we|anyone|somebody|someone)\b/.test(words)
  )
    return { kind: 'whether' };
  const who =
    /^(?:(?:tell me|do you know|please|can you tell me|explain|remind me)\s)*(?:who|what) (?:is|are|was|were|s)\b|^(?:tell me about|who s|whos|whats|what s|define|info on|information on)\b/.exec(
      words,
    );
  if (who !== null) return { kind: 'identity' };
  return first === null ? withoutQuestionWord(words) : byWord(words, first[0]);
}

function byWord(words: string, first: string): Asked {
  if (
    /\bwhat (?:year|date|day|time|month)\b|\bwhich (?:year|date|day|month)\b|\bwhen\b|\bsince when\b/.test(
      words,
    ) &&
    !/\b(?:who|what|where|why|which)\b.*\bwhen\b/.test(
      words.replace(/\bwhat (?:year|date|day|time|month)\b|\bwhich (?:year|date|day|month)\b/, 'when'),
    )
  ) {
    return { kind: 'when' };
  }
  if (
    /\bwhy\b|\bhow come\b|\bwhat (?:caused|made|prompted|led|prevents|prevented|stops|stopped)\b|\bfor what reason\b|\bwhat (?:is|was|s) the (?:reason|motive|purpose|point)\b/.test(
      words,
    )
  )
    return { kind: 'why' };
  if (
    /\bwhere\b|\b(?:what|which|in what|in which) (?:city|cities|place|places|town|venue|country is|location|prefecture|resort|hotel|ocean|sea)\b/.test(
      words,
    )
  )
    return { kind: 'where' };
  if (
    /^(?:who|whom|whose)$/.test(first) ||
    /\b(?:which|what) (?:company|companies|firm|firms|corporation|corporations|bank|banks|countries|country|nation|nations|leader|leaders|analyst|expert|person|people|official|organi[sz]ations?|partners?)\b/.test(
      words,
    )
  ) {
    return { kind: 'who' };
  }
  return { kind: 'what' };
}

function withoutQuestionWord(words: string): Asked {
  if (/^(?:reason|reasons|cause|motive)\b/.test(words)) return { kind: 'why' };
  if (/^(?:date|dates)\b/.test(words)) return { kind: 'when' };
  if (/^(?:place|venue|location)\b/.test(words)) return { kind: 'where' };
  if (/^(?:difference|compare)\b/.test(words)) return { kind: 'compare' };
  return { kind: 'what' };
}

const OWN =
  /\b(?:say|says|said|saying|tell|tells|told|comment|comments|commented|remark|remarks|remarked|mention|mentions|mentioned|mentioning|quote|quotes|quoted|quotation|quotations|words?|think|thinks|thought|thoughts|view|views|opinion|opinions|take|argue|argues|argued|argument|believe|believes|believed|feel|feels|claim|claims|claimed|warn|warns|warned|explain|explains|explained|describe|describes|described|suggest|suggests|suggested|according|speak|spoke|talk(?:s|ed)? about|stress|stressed|stresses|emphasi[sz]ed?|reiterate[ds]?|insist(?:s|ed)?|state|states|stated|predict(?:s|ed)?|respond(?:s|ed)?|react(?:s|ed)?|reckon(?:s|ed)?|told|reply|replied|reaction|statement by|perspective|analysis|assessment|see|sees|declare[ds]?|announce[ds]?|tweet(?:s|ed)?|promise[ds]?|vow(?:s|ed)?|pledge[ds]?|admit(?:s|ted)?|den(?:y|ies|ied)|confirm(?:s|ed)?|apologi[sz]ed?|threaten(?:s|ed)?|praise[ds]?|critici[sz]ed?|call(?:s|ed)? for)\b/;
const DEED =
  /\b(?:want|wants|wanted|wish|wishes|plan|plans|planned|planning|agree|agrees|agreed|demand|demands|demanded|demanding|propose|proposes|proposed|offer|offers|offered|position|positions|stance|stances|policy|hope|hopes|hoping|intend|intends|seek|seeks|support|supports|favou?r|favou?rs|oppose|opposes|accept|accepts|reject|rejects|refuse|refuses|refused|willing|ready|condition|conditions|concern|concerns|concerned|worried|worry|complain|complains|complained|aim|aims|goal|goals|discuss|discussed|hint|hinted|raise|raised|accuse|accused)\b/;

/** Whether somebody's own words are asked for, or what somebody wants or does. */
export function speechIn(words: string): Speech {
  if (OWN.test(words)) return 'own';
  return DEED.test(words) ? 'deed' : 'none';
}

/** Whether the question itself says that something is not so. */
export function isNegative(words: string): boolean {
  return /\b(?:no|not|never|without|fail|fails|failed|failure|unable|cant|cannot|couldnt|didnt|doesnt|hasnt|havent|isnt|wont|wouldnt|nt|unwilling|refuse|refuses|refused|reject|rejected|stop|stops|stopped|prevent|prevents|prevented|block|blocks|blocked|obstacle|obstacles|stuck|hold(?:s|ing)? (?:up|back)|hard|difficult|trouble|reluctant|stand(?:s|ing)? in the way|still|impasse|deadlock|yet|lack|lacking|missing|hindering|sticking)\b/.test(
    words,
  );
}
