import type { Known } from '../resolver/page';

/**
 * Small pages, written for training, of what readers expect and corpora lack: weak aliases with little to go by, names in any
 * case, compounds, storms that share a jet's name. `[[surface|id]]` must light up as that entity, everything else stay dark.
 */
export interface Lesson {
  readonly entities: readonly Known[];
  readonly page: readonly string[];
}

const flu: Known = {
  id: 'flu',
  kind: 'event',
  name: 'Bird flu',
  strong: ['H5N1'],
  fold: ['avian influenza'],
};
const measles: Known = { id: 'measles', kind: 'event', name: 'Measles outbreak', fold: ['measles'] };
const kelly: Known = { id: 'kelly', kind: 'person', name: 'Martha Kelly' };
const okafor: Known = { id: 'okafor', kind: 'person', name: 'Chidi Okafor', weak: ['Okafor'] };
const lindqvist: Known = {
  id: 'lindqvist',
  kind: 'person',
  name: 'Sten Lindqvist',
  weak: ['Mr Lindqvist', 'Lindqvist'],
};
const harrier: Known = {
  id: 'harrier',
  kind: 'equipment',
  name: 'Harrier GR9',
  weak: ['Harrier'],
  context: ['carrier', 'pilot', 'squadron'],
};
const puma: Known = {
  id: 'puma',
  kind: 'equipment',
  name: 'Puma HC2',
  weak: ['Puma'],
  context: ['helicopter', 'crew'],
};
const lightning: Known = {
  id: 'f35',
  kind: 'equipment',
  name: 'F-35 Lightning',
  strong: ['F-35'],
  weak: ['Lightning'],
  context: ['stealth', 'jet', 'squadron'],
};
const hurricane: Known = {
  id: 'hurricane',
  kind: 'equipment',
  name: 'Hawker Hurricane',
  weak: ['Hurricane'],
  context: ['fighter', 'pilot', 'museum'],
};
const telic: Known = { id: 'telic', kind: 'operation', name: 'Operation Telic', weak: ['Telic'] };
const cedar: Known = { id: 'cedar', kind: 'operation', name: 'Operation Cedar' };
const shabaab: Known = {
  id: 'shabaab',
  kind: 'group',
  name: 'al-Shabaab',
  strong: ['al-Shabab'],
  context: ['Somalia'],
};
const hezb: Known = { id: 'hezb', kind: 'group', name: 'Hezbollah', context: ['Lebanon'] };
const farc: Known = {
  id: 'farc',
  kind: 'group',
  name: 'FARC',
  strong: ['Revolutionary Armed Forces of Colombia'],
};
const un: Known = { id: 'un', kind: 'organisation', name: 'United Nations', strong: ['UN', 'U.N.'] };
const eu: Known = { id: 'eu', kind: 'organisation', name: 'European Union', strong: ['EU'] };
const uk: Known = { id: 'uk', kind: 'place', name: 'United Kingdom', strong: ['UK', 'Britain'] };
const navy: Known = { id: 'navy', kind: 'organisation', name: 'Royal Navy', weak: ['RN'] };
const army: Known = { id: 'army', kind: 'organisation', name: 'British Army' };
const cia: Known = { id: 'cia', kind: 'organisation', name: 'Central Intelligence Agency', strong: ['CIA'] };
const home: Known = {
  id: 'home',
  kind: 'organisation',
  name: 'Home Office',
  weak: ['HO'],
  context: ['visa', 'asylum'],
};
const pa: Known = { id: 'pa', kind: 'organisation', name: 'Press Agency', weak: ['PA'], context: ['Photo'] };
const treaty: Known = {
  id: 'treaty',
  kind: 'document',
  name: 'New START',
  weak: ['START'],
  context: ['nuclear', 'warheads'],
};
const chad: Known = { id: 'chad', kind: 'place', name: 'Chad' };
const mali: Known = { id: 'mali', kind: 'place', name: 'Mali' };
const kent: Known = { id: 'kent', kind: 'place', name: 'Kent' };
const oslo: Known = { id: 'oslo', kind: 'place', name: 'Oslo' };
const paris: Known = { id: 'paris', kind: 'place', name: 'Paris' };
const leeds: Known = { id: 'leeds', kind: 'place', name: 'Leeds' };

export const LESSONS: readonly Lesson[] = [
  {
    entities: [flu],
    page: [
      'An [[avian influenza|flu]] case was found on a farm.',
      '[[Avian influenza|flu]] spreads from birds.',
    ],
  },
  {
    entities: [measles],
    page: ['The [[measles|measles]] outbreak is over.', 'Nobody had [[measles|measles]] last year.'],
  },
  {
    entities: [flu, uk],
    page: [
      'The [[UK|uk]] reported a first [[H5N1|flu]] death.',
      'It said [[H5N1|flu]]-hit farms would be paid.',
    ],
  },
  {
    entities: [kelly],
    page: [
      '[[Martha Kelly|kelly]] resigned on Tuesday.',
      'Ms [[Kelly|kelly]] gave no reason, and [[Kelly|kelly]] left by the back door.',
    ],
  },
  {
    entities: [kelly],
    page: ['[[Martha Kelly|kelly]] resigned.', 'Tom Kelly, who is no relation, took her seat.'],
  },
  { entities: [kelly], page: ['Mr Kelly runs a shop. Kelly opened it in 1990.'] },
  {
    entities: [okafor],
    page: [
      '[[Chidi Okafor|okafor]] won by a hair.',
      '"We did it," [[Okafor|okafor]] said.',
      "[[Okafor|okafor]]'s rival congratulated her.",
    ],
  },
  {
    entities: [okafor],
    page: ['The striker Ngozi Okafor scored twice.', 'Okafor was named the best player.'],
  },
  {
    entities: [lindqvist],
    page: [
      'The minister, [[Sten Lindqvist|lindqvist]], flew home.',
      '[[Mr Lindqvist|lindqvist]] would not answer.',
    ],
  },
  {
    entities: [lindqvist, uk],
    page: [
      '[[Sten Lindqvist|lindqvist]] arrived in [[Britain|uk]] at noon.',
      'There [[Lindqvist|lindqvist]] met the press.',
    ],
  },
  { entities: [harrier], page: ['The last [[Harrier|harrier]] landed on the carrier, its pilot said.'] },
  {
    entities: [harrier],
    page: [
      'The harrier circled over the moor.',
      'Harrier Road was closed after a crash, and the pilot of the balloon was hurt.',
    ],
  },
  {
    entities: [puma],
    page: [
      'A [[Puma|puma]] helicopter crashed with its crew.',
      'Two [[Pumas|puma]] took part; the [[Puma HC2|puma]] dates from 1971.',
    ],
  },
  {
    entities: [puma],
    page: [
      'A puma was seen near the village.',
      'Puma Energy and its crew of lawyers won in court.',
      'Puma makes shoes.',
    ],
  },
  {
    entities: [lightning],
    page: ['Lightning struck the tower.', 'Tampa Bay Lightning won again, their squadron of fans said.'],
  },
  {
    entities: [lightning],
    page: [
      'The stealth jet, an [[F-35|f35]], costs more.',
      'Each [[Lightning|f35]] jet needs a crew of ten.',
    ],
  },
  {
    entities: [hurricane],
    page: [
      'Hurricane Ida killed 30 people.',
      'The pilot of a rescue plane said Hurricane Ida was the worst.',
      'A hurricane of that size is rare.',
    ],
  },
  {
    entities: [hurricane],
    page: [
      'The museum shows a [[Hurricane|hurricane]] fighter.',
      'Its pilot flew the [[Hawker Hurricane|hurricane]] in 1940.',
    ],
  },
  { entities: [hurricane], page: ['Super Hurricane Otis and Hurricane Ana hit the museum on Sunday.'] },
  {
    entities: [telic],
    page: [
      'He served on [[Op Telic|telic]] in Basra.',
      '[[Telic|telic]] cost lives, he said, and [[Telic|telic]] changed him.',
    ],
  },
  { entities: [telic], page: ['The Telic company sells lamps.'] },
  {
    entities: [cedar],
    page: [
      '[[Operation Cedar|cedar]] began at dawn.',
      'By noon [[Cedar|cedar]] had netted six men.',
      'A cedar fell on a car.',
    ],
  },
  { entities: [cedar], page: ['Cedar wood is dear.', 'Cedar Rapids is in Iowa.'] },
  {
    entities: [shabaab, mali],
    page: [
      'Counter-[[al-Shabaab|shabaab]] troops left.',
      'An [[al-Shabab|shabaab]]-held village was bombed.',
      'A [[Mali|mali]]-based reporter saw it.',
    ],
  },
  {
    entities: [hezb],
    page: [
      '[[Hezbollah|hezb]] Fighters Withdraw After Border Clashes With Army',
      'Analysis: What [[Hezbollah|hezb]] Wants From Talks',
    ],
  },
  {
    entities: [hezb, un],
    page: [
      '[[Hezbollah|hezb]] Says Talks Failed',
      '[[UN|un]] Chief Warns Of Wider War',
      '[[UN|un]] Calls For Calm',
    ],
  },
  { entities: [hezb], page: ['The [[Hezbollah|hezb]]-aligned minister met [[Hezbollah|hezb]]’s leader.'] },
  {
    entities: [farc],
    page: ['The Revolutionary Front (FARC) in that film is invented.', 'FARC appears in its title.'],
  },
  {
    entities: [farc],
    page: [
      'The [[Revolutionary Armed Forces of Colombia|farc]] ([[FARC|farc]]) disarmed.',
      'A [[FARC|farc]] commander spoke.',
    ],
  },
  {
    entities: [un, eu],
    page: [
      'The [[EU|eu]]-funded plan needs the [[UN|un]].',
      '[[UN|un]] envoys met [[EU|eu]] ministers in an [[EU|eu]]/[[UN|un]] session.',
    ],
  },
  {
    entities: [un],
    page: ['The [[United Nations|un]] ([[UN|un]]) said so.', '[[U.N.|un]] officials agreed.'],
  },
  {
    entities: [uk, navy],
    page: [
      '[[UK|uk]] Sends Ship As [[Royal Navy|navy]] Watches Strait',
      'The [[Royal Navy|navy]] said an [[RN|navy]] ship would go.',
    ],
  },
  { entities: [navy], page: ['The RN on the ward checked his pulse.'] },
  {
    entities: [army],
    page: [
      '[[British Army|army]] engineers built it.',
      'The [[British Army|army]] said the British would stay.',
    ],
  },
  {
    entities: [cia],
    page: ['[[CIA|cia]] officers met him.', 'The [[CIA|cia]] would not comment on the [[CIA|cia]]-run site.'],
  },
  {
    entities: [cia],
    page: ['The Culinary Institute of America (CIA) has a new head.', 'The CIA trains cooks.'],
  },
  {
    entities: [home],
    page: [
      'The [[HO|home]] refused his asylum claim and visa.',
      'A visa costs more, the [[Home Office|home]] said.',
    ],
  },
  { entities: [home], page: ['"HO HO HO," said the man in red.'] },
  { entities: [pa], page: ['A tank in the desert (Photo: [[PA|pa]])', 'Soldiers wait (Photo: [[PA|pa]]).'] },
  { entities: [pa], page: ['Scranton, PA: the mayor spoke.', 'His PA took notes.'] },
  {
    entities: [treaty],
    page: ['[[START|treaty]] limits nuclear warheads.', 'Without [[New START|treaty]] there is no cap.'],
  },
  { entities: [treaty], page: ['START YOUR ENGINES', 'The race will START at noon.', 'You can start now.'] },
  {
    entities: [chad, mali],
    page: ['Troops from [[Chad|chad]] and [[Mali|mali]] met.', 'Chad Smith played the drums.'],
  },
  {
    entities: [kent, kelly],
    page: [
      'Police in [[Kent|kent]] arrested a man.',
      'Clark Kent is a reporter, and Kent State University is in Ohio.',
    ],
  },
  {
    entities: [oslo],
    page: [
      'He flew to [[Oslo|oslo]].',
      'The Oslo Accords were signed in 1993.',
      'An [[Oslo|oslo]]-based firm sued.',
    ],
  },
  {
    entities: [paris],
    page: [
      'She lives in [[Paris|paris]].',
      'Paris Hilton was there too.',
      "[[Paris|paris]]'s mayor was not.",
    ],
  },
  {
    entities: [leeds],
    page: [
      'The train from [[Leeds|leeds]] was late.',
      'Leeds United lost, and Leeds Beckett University is shut.',
    ],
  },
];

/** A lesson's paragraph as plain text, with where what must light up stands. UTF-16 offsets, end exclusive. */
export function readMarkup(markup: string): {
  readonly text: string;
  readonly lights: readonly { readonly start: number; readonly end: number; readonly id: string }[];
} {
  const lights: { start: number; end: number; id: string }[] = [];
  let text = '';
  let at = 0;
  for (const match of markup.matchAll(/\[\[([^|\]]+)\|([^\]]+)\]\]/g)) {
    text += markup.slice(at, match.index);
    const [whole, surface = '', id = ''] = match;
    lights.push({ start: text.length, end: text.length + surface.length, id });
    text += surface;
    at = match.index + whole.length;
  }
  return { text: text + markup.slice(at), lights };
}
