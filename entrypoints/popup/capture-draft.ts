import type { Capture, Passage } from '../../utils/model/capture';
import type { FormDraft } from '../../utils/model/form-draft';
import { isKind, type Kind } from '../../utils/model/kind';

/** The capture form's fields as text; `removed` and `passage` are JSON, `kind` is empty while it is guessed. */
export type CaptureFields = Readonly<Record<'name' | 'kind' | 'removed' | 'note' | 'passage', string>>;

/** The form as it opens on a selection. */
export function fieldsOf({ name, passage }: Capture): CaptureFields {
  return { name, kind: '', removed: '[]', note: '', passage: JSON.stringify(passage) };
}

/** The kind that the reader chose, or null. */
export function chosenKind(fields: CaptureFields): Kind | null {
  return isKind(fields.kind) ? fields.kind : null;
}

/** The proposed names that the reader took off. Written by the form alone, as JSON. */
export function removedIn(fields: CaptureFields): string[] {
  return JSON.parse(fields.removed) as string[];
}

/** The selection that a form was left with; its other fields are found by its name again. */
export function captureOf({ about, fields }: FormDraft): Capture {
  const passage = JSON.parse(fields['passage'] ?? 'null') as Passage | null;
  return { name: about, problem: null, passage };
}
