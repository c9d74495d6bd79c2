import type { SelectionProblem } from '../utils/model/capture';

/** Words of the form that makes a selection a name. */
export const CAPTURE = {
  title: 'New name',
  name: 'Name',
  kind: 'Kind',
  aliases: 'Also lights up as',
  aliasesHint: 'Short forms only where the article shows that they mean this name.',
  remove: (text: string) => `Remove ${text}`,
  note: 'Note, if you like',
  source: 'Kept with it',
  save: 'Save',
  saving: 'Saving…',
  problem: {
    empty: {
      title: 'Nothing is selected',
      text: 'Select a name on the page, then save it again. Text in fields and frames: use the menu of the right mouse button.',
    },
    'too-long': {
      title: 'This is too long for a name',
      text: 'A name has at most 200 characters. Select the name alone.',
    },
  } satisfies Record<SelectionProblem, { title: string; text: string }>,
} as const;
