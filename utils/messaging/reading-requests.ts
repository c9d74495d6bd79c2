import * as v from 'valibot';
import type { ArticleId, EntityId } from '../model/ids';
import type { ReadingCalls } from './reading-calls';
import type { RequestSchemas } from './schemas';

const id = <Id extends string>() =>
  v.custom<Id>((value) => typeof value === 'string' && /^[\w/.:-]{1,200}$/u.test(value));
const nothing = v.strictObject({}) as v.GenericSchema<unknown, Record<string, never>>;
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const tab = { tabId: v.nullable(tabId) } as const;
const site = v.pipe(v.string(), v.minLength(1), v.maxLength(253));

/** Shapes of what panels ask about articles that were read. */
export const READING_REQUESTS: RequestSchemas<ReadingCalls> = {
  getReadingIndex: nothing,
  changeReadingIndex: v.strictObject({
    changes: v.strictObject({
      on: v.exactOptional(v.boolean()),
      keepDays: v.exactOptional(v.nullable(v.picklist([30, 90, 365]))),
      offSites: v.exactOptional(v.pipe(v.array(site), v.maxLength(10_000))),
    }),
  }),
  getSightings: v.strictObject({ entityId: id<EntityId>(), ...tab }),
  getArticle: v.strictObject({ articleId: id<ArticleId>(), ...tab }),
  getArticleInTab: v.strictObject({ tabId }),
  saveReading: v.strictObject({ articleId: id<ArticleId>() }),
  forgetReading: v.strictObject({ articleId: id<ArticleId>() }),
  forgetSite: v.strictObject({ site }),
  forgetReadings: nothing,
  forgetInboxSources: nothing,
};
