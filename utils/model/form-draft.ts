/** Forms whose fields are kept while they are filled in. What follows the colon tells one form from the next. */
export const FORMS = ['capture', 'fact', 'entity'] as const;
export type FormName = (typeof FORMS)[number];

/** What was typed into a form and not yet saved. */
export interface FormDraft {
  readonly form: FormName;
  /** What the form is about: an entity's id, or the name that is to become one. */
  readonly about: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly updated: number;
}
