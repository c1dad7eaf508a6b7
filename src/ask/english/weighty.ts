/**
 * Words that turn a question into one of its own: where the briefing does not have them, nothing else answers it,
 * however much else it shares. About English, not about any briefing.
 */
import { stemOf } from '../words.ts';

const LINES = [
  // What may be asked about a person.
  'age aged old older young born birth birthday die dying death dead marry marriage wife husband spouse daughter son child father mother parent brother sister family pet dog cat health sick ill disease religion height weight salary wage wealth net hobby hair clothes suit tie shirt shoe',
  'wear wore eat ate drink drank sleep slept sing dance play cook smoke cry laugh smile hug kiss shake whisper joke insult swear shout chant yell scream',
  'resign retire elect election vote voter poll approval rating popularity term successor predecessor replace impeach coup scandal corrupt campaign party parliament emperor king queen pope',
  'arrest detain jail prison court trial judge lawsuit sue charge crime murder kill assassinate shoot shot injure wound casualty victim hostage abduct kidnap attack bomb explode terrorist spy hack poison',
  'apologise apologize apology forgive compensate compensation reparation threaten boycott recognise recognize veto invite interpret translate translator interpreter',
  // What may be asked about a thing, a deal or an event.
  'pay owe earn price cost fee expensive cheap tax tariff debt loan interest inflation currency yen rouble ruble euro gdp profit loss revenue share stock dividend quota percent percentage rate salary employee worker staff manager manage chairman chief ceo director founder owner shareholder headquarters',
  'start launch finish complete completion begin deadline schedule expire duration open inaugurate ratify implement cancel postpone delay',
  'produce output capacity tonne ton barrel litre pipeline export import railway bridge tunnel airport flight plane train ferry cable hotel room menu dinner lunch breakfast meal food wine sake gift present souvenir anthem flag colour color logo',
  'area size population kilometre kilometer km mile metre distance depth temperature degree volcano earthquake climate capital city town village mayor governor ambassador foreign defence interior secretary general admiral commander pilot soldier troop carrier missile rocket tank bullet drone satellite',
  'next later afterwards since tomorrow future eventually finally second third first fourth fifth last previous',
  'picture video photo recording transcript tweet twitter facebook website email phone address password key token prompt instruction system environment variable code program poem song recipe essay translation homework',
  'weather sport olympic football judo chess film book museum school student hospital',
  'women woman gay right freedom press censorship refugee immigration abortion',
  'attend participate host agree accept decide join leave sign own possess rule win lose defeat succeed head boss leader',
  'author publisher newspaper headline title byline',
];
const STEMS = new Set(LINES.flatMap((line) => line.split(' ').map(stemOf)));

/** Whether a stem makes a question one of its own. */
export function isWeighty(stem: string): boolean {
  return STEMS.has(stem);
}
