import type { Source } from '../../utils/model/fact';

/** The page in front, as the source of what is written while it is read. */
export interface PageSource extends Source {
  readonly publisher: string;
  /** Day of publication `YYYY-MM-DD`, or null. */
  readonly published: string | null;
}
