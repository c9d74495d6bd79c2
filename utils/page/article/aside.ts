import { attributeOf, localNameOf } from '../dom';
import { labelOf } from './outline';

/** Tags that hold something beside the article wherever they stand. */
const ASIDE_TAGS = new Set(['nav', 'aside', 'footer', 'menu']);
const ASIDE_ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
  'dialog',
  'alertdialog',
  'alert',
]);

/** Words in classes and ids of what stands beside or inside an article and is none of it. */
const ASIDE_WORDS = new RegExp(
  '(?:^|[\\s_-])(?:' +
    [
      'ads?|advert\\w*|adbox|adslot|sponsor\\w*|promo\\w*|teasers?|outbrain|taboola|plista|nativo',
      'breadcrumbs?|navbar|navigation|nav|menu|toolbar|pagination|pager',
      'comments?|commentlist|disqus|respond|replies|discussion|livefyre|coral',
      'cookies?|consent|gdpr|modal|overlay|popup|lightbox',
      'newsletters?|subscri\\w*|signup|sign-up|register|donat\\w*|paywall|piano|regwall|membership',
      'related\\w*|recommend\\w*|recirc\\w*|read-?more|read-?also|readmore|see-?also|also-?read|more-?(?:from|news|stories|on|articles|like)|most-?(?:read|popular|viewed|shared)|trending|popular|top-?stories|latest(?:-news)?|you-?may|next-?(?:article|story|post)|prev(?:ious)?-?(?:article|post)|further-?reading|zemanta',
      'shar(?:e|es|ing)\\w*|social\\w*|sociable|addthis|addtoany|sharedaddy|follow(?:-us)?|jp-\\w+',
      'side-?bar|sidecol|rail|right-?col\\w*|widgets?',
      'foot(?:er|notes?-nav)?|copyright|disclaimer|legal',
      'tags?|tag-?list|tag-?cloud|topics?|keywords|categor(?:y|ies)-?(?:list|links)?|hashtags?',
      'author-?(?:bio|box|info|card|description|profile|about)|about-?(?:the-?)?author|bio',
      'print-?(?:only|button)|hidden|visually-?hidden|sr-?only|screen-?reader\\w*|skip-?(?:link|to)\\w*|noprint|no-print',
      'rating|vote|poll|survey|quiz|betting|correction-?form|feedback|report-?(?:error|typo)|player-?controls?|video-?player|playlist|gallery-?nav|slider-?nav',
    ].join('|') +
    ')(?=$|[\\s_-]|\\d)',
);

/** Words that speak for an element whose other words speak against it: `article-with-sidebar`, `content-comments-on`. */
const CONTENT_WORDS =
  /(?:^|[\s_-])(?:article|story|entry|post|news)[\s_-]?(?:body|content|text|main|copy)|(?:^|[\s_-])(?:body|content|main)[\s_-]?(?:text|copy|body|content)/;

/** How an element speaks of itself. */
export type Standing = 'aside' | 'perhaps-aside' | 'none';

/**
 * Whether an element says by tag, role or label that it is beside the article. Labels lie now and then: `perhaps-aside`
 * is to be believed only of elements that hold little of the page's prose.
 */
export function standingOf(element: Element): Standing {
  const tag = localNameOf(element);
  if (ASIDE_TAGS.has(tag)) return 'aside';
  const role = attributeOf(element, 'role');
  if (role !== null && ASIDE_ROLES.has(role)) return 'aside';
  if (tag === 'form') return 'perhaps-aside';
  const label = labelOf(element);
  if (label === '' || CONTENT_WORDS.test(label)) return 'none';
  return ASIDE_WORDS.test(label) ? 'perhaps-aside' : 'none';
}
