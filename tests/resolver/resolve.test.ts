import { describe, expect, test } from 'vitest';
import { lit, resolvePage, type Known } from './page';

const STATE: Known = {
  id: 'is',
  kind: 'group',
  name: 'Islamic State',
  strong: ['Daesh', 'ISIS'],
  weak: ['IS'],
  context: ['caliphate', 'jihadist'],
};
const US: Known = { id: 'us', kind: 'place', name: 'United States', strong: ['US', 'U.S.'] };
const WHO: Known = { id: 'who', kind: 'organisation', name: 'World Health Organization', strong: ['WHO'] };
const MOD: Known = {
  id: 'mod',
  kind: 'organisation',
  name: 'Ministry of Defence',
  weak: ['MOD'],
  context: ['Whitehall'],
};
const TYPHOON: Known = {
  id: 'typhoon',
  kind: 'equipment',
  name: 'Eurofighter Typhoon',
  weak: ['Typhoon'],
  context: ['RAF', 'jet', 'squadron'],
};
const WALLACE: Known = { id: 'wallace', kind: 'person', name: 'Ben Wallace' };
const SHADER: Known = { id: 'shader', kind: 'operation', name: 'Operation Shader' };
const NEW_YORK: Known = { id: 'ny', kind: 'place', name: 'New York' };
const TIMES: Known = { id: 'nyt', kind: 'organisation', name: 'New York Times' };
const COVID: Known = {
  id: 'covid',
  kind: 'event',
  name: 'COVID-19',
  strong: ['COVID'],
  fold: ['coronavirus'],
};

describe('letter case', () => {
  test('an acronym lights up as written and never as a verb or pronoun', () => {
    expect(lit([STATE, US, WHO], ['This is what it is, who told us?'])).toEqual([]);
    expect(lit([US, WHO], ['The US asked the WHO for an answer.'])).toEqual(['US=us', 'WHO=who']);
  });

  test('a headline in capitals is told by the rest of the page', () => {
    const page = ['WHAT IS HAPPENING IN SYRIA NOW', 'Nobody in the town knows what comes next.'];
    expect(lit([STATE, { id: 'syria', kind: 'place', name: 'Syria' }], page)).toEqual(['SYRIA=syria']);
  });

  test('a name in any case stays lit in small letters, a proper name does not', () => {
    expect(lit([COVID], ['The coronavirus spread; Coronavirus cases rose.'])).toEqual([
      'coronavirus=covid',
      'Coronavirus=covid',
    ]);
    expect(
      lit([TYPHOON], ['A typhoon struck. The RAF squadron sent a jet to help after the typhoon.']),
    ).toEqual([]);
  });
});

describe('longer names', () => {
  test('a place inside an unknown longer name stays dark', () => {
    expect(lit([NEW_YORK], ['He told the New York Times that he had left.'])).toEqual([]);
    expect(lit([NEW_YORK], ['He told reporters in New York that he had left.'])).toEqual(['New York=ny']);
  });

  test('a known longer name wins', () => {
    expect(lit([NEW_YORK, TIMES], ['He told the New York Times in New York.'])).toEqual([
      'New York Times=nyt',
      'New York=ny',
    ]);
  });

  test('an owner before a name is no part of it', () => {
    const mossad: Known = { id: 'mossad', kind: 'organisation', name: 'Mossad' };
    expect(lit([mossad], ['The men of Israel’s Mossad left.'])).toEqual(['Mossad=mossad']);
    expect(lit([mossad], ["Spies of Israel's Mossad came."])).toEqual(['Mossad=mossad']);
    expect(lit([mossad], ['The Bar Mossad opens at six.'])).toEqual([]);
  });

  test('Islamic State University is no armed group', () => {
    expect(lit([STATE], ['She studied at the Islamic State University in Jakarta.'])).toEqual([]);
  });

  test('German nouns beside a name do not darken it', () => {
    const berlin: Known = { id: 'berlin', kind: 'place', name: 'Berlin' };
    const text =
      'Die Regierung in Berlin Mitte hat sich mit den Ländern nicht geeinigt, und das ist für die Stadt ein Problem.';
    expect(lit([berlin], [text], { language: 'de' })).toEqual(['Berlin=berlin']);
  });

  test('a title-case headline is no longer name', () => {
    const page = ['Daesh Fighters Leave Raqqa Before Dawn Attack'];
    expect(lit([STATE, { id: 'raqqa', kind: 'place', name: 'Raqqa' }], page)).toEqual([
      'Daesh=is',
      'Raqqa=raqqa',
    ]);
  });
});

describe('joined words', () => {
  test('hyphenated compounds light the name alone', () => {
    expect(
      lit([STATE, US, COVID], ['The US-led force entered Daesh-held land and COVID-hit towns.']),
    ).toEqual(['US=us', 'Daesh=is', 'COVID=covid']);
    expect(lit([STATE], ['Several counter-Daesh operations went on.'])).toEqual(['Daesh=is']);
  });

  test('slashes part names', () => {
    const places: Known[] = ['Syria', 'Russia', 'Iran'].map((name) => ({ id: name, kind: 'place', name }));
    expect(lit(places, ['a Syria/Russia/Iran summit was held on Monday'])).toEqual([
      'Syria=Syria',
      'Russia=Russia',
      'Iran=Iran',
    ]);
  });

  test('possessives are left out of the mention', () => {
    expect(lit([STATE, US], ["Daesh's fighters and the US’s allies agreed on nothing."])).toEqual([
      'Daesh=is',
      'US=us',
    ]);
  });

  test('equipment takes a plural, a person does not', () => {
    const page = ['Two Eurofighter Typhoons took off. The Ben Wallaces of this world did not.'];
    expect(lit([TYPHOON, WALLACE], page)).toEqual(['Eurofighter Typhoons=typhoon']);
  });
});

describe('weak aliases', () => {
  test('stay dark without evidence', () => {
    expect(lit([MOD], ['The MOD was popular among gamers, and the MOD scene grew.'])).toEqual([]);
  });

  test('light up after the full name', () => {
    const page = ['The Ministry of Defence said so.', 'An MOD spokesman gave no figures.'];
    expect(lit([MOD], page)).toEqual(['Ministry of Defence=mod', 'MOD=mod']);
  });

  test('light up on context words, and say which', () => {
    const mentions = resolvePage(
      [TYPHOON],
      ['A Typhoon took off from the base, and the RAF said the jet was safe.'],
    );
    expect(mentions.map(({ surface }) => surface)).toEqual(['Typhoon']);
    expect(mentions[0]?.reasons).toContainEqual({ type: 'weak', alias: 'Typhoon' });
    expect(mentions[0]?.reasons.find(({ type }) => type === 'context')).toEqual({
      type: 'context',
      words: expect.arrayContaining(['RAF', 'jet']) as string[],
    });
  });

  test('light up beside a companion', () => {
    const jet: Known = { ...TYPHOON, context: [], companions: ['shader'] };
    const page = ['A Typhoon took part in Operation Shader.'];
    expect(lit([jet, SHADER], page)).toEqual(['Typhoon=typhoon', 'Operation Shader=shader']);
    expect(lit([jet, SHADER], ['A Typhoon took part in the parade.'])).toEqual([]);
  });

  test('light up in their section', () => {
    const page = ['The MOD would not say when.'];
    expect(lit([MOD], page, { section: 'Whitehall' })).toEqual(['MOD=mod']);
  });

  test('no storm is lit, whatever its name', () => {
    const page = [
      'Typhoon Goni struck at dawn.',
      'Super Typhoon Man-yi made landfall; the air force sent a jet.',
    ];
    expect(lit([TYPHOON], page)).toEqual([]);
  });

  test('eagerness moves the bar', () => {
    const page = ['The MOD said nothing about the plan on Monday.'];
    expect(lit([MOD], page, { eagerness: 'strict' })).toEqual([]);
    const context = ['A Typhoon took off, and the jet was safe.'];
    expect(lit([TYPHOON], context, { eagerness: 'eager' })).toEqual(['Typhoon=typhoon']);
  });
});

describe('names that hold on this page only', () => {
  test('surnames after the full name, with and without a title', () => {
    const page = ['Ben Wallace spoke first.', 'Mr Wallace then left, and Wallace said no more.'];
    expect(lit([WALLACE], page)).toEqual(['Ben Wallace=wallace', 'Wallace=wallace', 'Wallace=wallace']);
  });

  test('a surname alone is nobody', () => {
    expect(lit([WALLACE], ['Mr Wallace then left, and Wallace said no more.'])).toEqual([]);
  });

  test('a surname behind another first name is somebody else', () => {
    const page = ['Ben Wallace spoke first.', 'His brother David Wallace did not.'];
    expect(lit([WALLACE], page)).toEqual(['Ben Wallace=wallace']);
  });

  test('the short name of an operation', () => {
    const page = ['Op Shader began in 2014.', 'Since then Shader has cost much.'];
    expect(lit([SHADER], page)).toEqual(['Op Shader=shader', 'Shader=shader']);
    expect(lit([SHADER], ['The Shader project draws shadows.'])).toEqual([]);
  });

  test('acronyms that the page defines', () => {
    const council: Known = { id: 'ntc', kind: 'organisation', name: 'National Transitional Council' };
    const page = ['The National Transitional Council (NTC) met in Benghazi.', 'The NTC named a leader.'];
    const mentions = resolvePage([council], page);
    expect(mentions.map(({ surface }) => surface)).toEqual(['National Transitional Council', 'NTC', 'NTC']);
    expect(mentions[2]?.reasons[0]).toEqual({
      type: 'defined',
      short: 'NTC',
      long: 'National Transitional Council',
      block: 0,
    });
  });

  test('so-called X (Y) group', () => {
    const page = ['The so-called Islamic State (IS) group claimed it.', 'Police say IS sent him.'];
    expect(lit([STATE], page)).toEqual(['Islamic State=is', 'IS=is', 'IS=is']);
  });

  test('a definition as something else darkens the acronym', () => {
    const page = ['The Museum of Design (MOD) opened in Whitehall.', 'The MOD has three floors.'];
    expect(lit([MOD], page)).toEqual([]);
  });
});

describe('numbers', () => {
  test('belong to the operation', () => {
    const herrick: Known = { id: 'herrick', kind: 'operation', name: 'Operation Herrick' };
    expect(lit([herrick], ['He served on Operation HERRICK 18 and Op Herrick 9.'])).toEqual([
      'Operation HERRICK 18=herrick',
      'Op Herrick 9=herrick',
    ]);
    expect(lit([herrick], ['On Operation Herrick 454 soldiers died.'])).toEqual([
      'Operation Herrick=herrick',
    ]);
  });
});

describe('senses', () => {
  const PLACE: Known = {
    id: 'georgia-country',
    kind: 'place',
    name: 'Georgia',
    context: ['Tbilisi', 'Caucasus', 'Abkhazia'],
  };
  const AMERICAN: Known = {
    id: 'georgia-state',
    kind: 'place',
    name: 'Georgia',
    context: ['Atlanta', 'Savannah', 'peach'],
  };

  test('follow the evidence, and the runner-up is kept', () => {
    const south = resolvePage([PLACE, AMERICAN], ['Voters in Georgia queued in Atlanta and Savannah.']);
    expect(south.map(({ key }) => key)).toEqual([1]);
    expect(south[0]?.others.map(({ key }) => key)).toEqual([0]);
    const east = resolvePage([PLACE, AMERICAN], ['Voters in Georgia queued in Tbilisi, far from Abkhazia.']);
    expect(east.map(({ key }) => key)).toEqual([0]);
  });
});

describe("the reader's decisions", () => {
  const page = ['Daesh held the town.'];
  const base = { entityId: 'is' as never, surface: 'daesh', made: 1 };

  test('"not this" holds where it was said', () => {
    const here = { ...base, verdict: 'not-this', scope: 'page', where: 'https://news.test/a' } as const;
    expect(lit([STATE], page, { decisions: [here] })).toEqual([]);
    expect(lit([STATE], page, { decisions: [here], url: 'https://news.test/b' })).toEqual(['Daesh=is']);
    const site = { ...base, verdict: 'not-this', scope: 'site', where: 'news.test' } as const;
    expect(lit([STATE], page, { decisions: [site], url: 'https://www.news.test/b' })).toEqual([]);
    expect(lit([STATE], page, { decisions: [site], url: 'https://other.test/b' })).toEqual(['Daesh=is']);
  });

  test('"always this" lights a weak alias without evidence and says so', () => {
    const always = {
      entityId: 'mod' as never,
      surface: 'mod',
      verdict: 'always-this',
      scope: 'everywhere',
      where: '',
      made: 1,
    } as const;
    const mentions = resolvePage([MOD], ['The MOD was popular.'], { decisions: [always] });
    expect(mentions.map(({ surface, score }) => [surface, score])).toEqual([['MOD', 1]]);
    expect(mentions[0]?.reasons[0]).toEqual({ type: 'choice', scope: 'everywhere' });
  });

  test('a closer decision undoes a wider one', () => {
    const never = { ...base, surface: '', verdict: 'not-this', scope: 'everywhere', where: '' } as const;
    const here = { ...base, verdict: 'always-this', scope: 'page', where: 'https://news.test/a' } as const;
    expect(lit([STATE], page, { decisions: [never] })).toEqual([]);
    expect(lit([STATE], page, { decisions: [here, never] })).toEqual(['Daesh=is']);
  });

  test('"not this" of one sense leaves the other', () => {
    const other: Known = { id: 'song', kind: 'document', name: 'Daesh' };
    const decision = { ...base, verdict: 'not-this', scope: 'everywhere', where: '' } as const;
    expect(lit([STATE, other], page, { decisions: [decision] })).toEqual(['Daesh=song']);
  });
});

describe('operation radar', () => {
  test('answers unknown names only when asked', () => {
    const page = ['Police launched Operation Elm on Friday.'];
    expect(lit([], page)).toEqual([]);
    expect(lit([], page, { radar: true })).toEqual(['Operation Elm']);
    expect(resolvePage([], page, { radar: true })[0]).toMatchObject({
      key: null,
      reasons: [{ type: 'pattern', trigger: 'Operation' }],
    });
  });

  test('a known operation comes first, and a name inside an unknown one gives way', () => {
    const jet: Known = { ...TYPHOON, strong: ['Typhoon'], weak: [] };
    expect(lit([SHADER], ['He flew on Operation Shader.'], { radar: true })).toEqual([
      'Operation Shader=shader',
    ]);
    expect(lit([jet], ['The RAF jet took part in Operation Typhoon.'])).toEqual([]);
  });
});
