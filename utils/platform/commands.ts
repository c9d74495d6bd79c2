/**
 * Keyboard commands, as the manifest and the background know them. Readers can give each another key: in Chromium at
 * `chrome://extensions/shortcuts`, in Firefox under "Manage extension shortcuts".
 */
export const COMMANDS = [
  'next-name',
  'previous-name',
  'open-card',
  'toggle-marks',
  'save-selection',
] as const;

export type Command = (typeof COMMANDS)[number];

export function isCommand(name: string): name is Command {
  return COMMANDS.includes(name as Command);
}
