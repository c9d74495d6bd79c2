/**
 * What others reach under the same protocols and definitions, one line a set. "Rules" are longest match with case,
 * longer-name guard, surnames and bracketed acronyms; ReFinED, GENRE and the like are linkers that know all of Wikipedia
 * and need a server (their stored outputs, ELEVANT, July 2024, scored again).
 */
export const BASELINES: Readonly<Record<string, string>> = {
  'aida-dev@cross':
    'rules 67.1/81.0/73.4 link 65.1 sense 77.9; ReFinED 94.7 link 93.4 sense 99.7; prior only 71.8 link 68.3',
  'aida-dev@half':
    'rules 86.2/91.3/88.7 link 82.4 sense 80.3; ReFinED 95.5 link 93.0 sense 94.2; prior only 68.8 link 62.5',
  'aida-dev@label': 'rules 94.9/57.3/71.5 link 60.3; ReFinED 95.8 link 93.0; Spotlight 72.8 link 68.0',
  'domain-dev': 'rules 97.6/93.0/95.2; any case 78.7/86.0/82.2',
  'eww-dev@half': 'rules 84.7/98.1/90.9; any case 61.6/99.3/76.0',
  'lgl@half': 'rules 81.9/78.2/80.0 link 71.9 sense 60.0; any case 73.3/96.3/83.2',
  'news-100-de-a@half': 'rules 90.6/92.5/91.5 link 87.9 sense 67.4; any case 90.0/92.7/91.4',
  'news-fair-dev@label': 'rules 86.7/50.0/63.4 link 62.6; ReFinED 85.7 link 85.0; Spotlight 67.5 link 65.9',
  're3d-dev@half': 'rules 77.2/85.7/81.2; any case 74.3/89.4/81.1',
  'reuters-128@cross':
    'rules 42.5/83.0/56.3 link 47.6 sense 64.0; ReFinED 60.0 link 59.5; prior only 65.8 link 64.8',
  'reuters-128@label': 'rules 85.5/38.0/52.6 link 51.7; ReFinED 67.1 link 65.9; Spotlight 45.3 link 44.5',
  'rss-500@cross': 'rules 19.6/82.9/31.8 link 28.5 sense 65.2; ReFinED 39.4 link 36.8',
  'rss-500@label': 'rules 70.7/53.4/60.8 link 59.7; ReFinED 67.7 link 67.2',
};

export const OPERATION_BASELINES: readonly string[] = [
  'regex, any case 50.0/91.8/64.7 exact 64',
  'regex, cased 89.7/89.7/89.7 exact 79',
  'rules written with all candidates in view 99.3/93.2/96.1 exact 92',
];
