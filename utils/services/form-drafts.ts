import type { FormDraft, FormName } from '../model/form-draft';
import { commit, type Library } from './library';

/**
 * Keeps what was typed into a form, so that closing anything loses nothing; null drops it. Panels are not told: the one
 * that types knows.
 */
export async function saveFormDraft(
  library: Library,
  {
    form,
    about,
    fields,
  }: Pick<FormDraft, 'form' | 'about'> & { readonly fields: FormDraft['fields'] | null },
): Promise<void> {
  const { formDrafts } = library.database;
  const quiet = { ...library, onChange: () => {} };
  await commit(quiet, ['formDrafts'], async () => {
    if (fields === null) await formDrafts.delete([form, about]);
    else await formDrafts.put({ form, about, fields, updated: library.now() });
  });
}

/** Drafts of one form, the latest first. */
export async function listFormDrafts(library: Library, form: FormName): Promise<FormDraft[]> {
  const drafts = await library.database.formDrafts.where({ form }).toArray();
  return drafts.toSorted((a, b) => b.updated - a.updated);
}
