import { counted } from './words';

/** What a transport is called, and what it asks of the reader. */
export const PLACE_WORDS = {
  webdav: {
    name: 'WebDAV',
    hint: 'Nextcloud, ownCloud, a NAS, many mail and web hosts. Use an app password.',
  },
  s3: { name: 'S3 storage', hint: 'A bucket at any provider that speaks S3.' },
  account: {
    name: 'This browser’s account',
    hint: 'Nothing to set up, but little room: about 100 notes, and only between browsers of one vendor.',
  },
  folder: {
    name: 'A folder on this computer',
    hint: 'One that Syncthing, Dropbox or a network share carries on. It is used while a page of ours is open.',
  },
} as const;

export const KEY_WORDS = {
  new: { name: 'This is the first profile', hint: 'Makes a new key. Nobody else can read the files.' },
  pairing: {
    name: 'Join with a pairing code',
    hint: 'From “Pair another profile” in a profile that syncs already.',
  },
  passphrase: { name: 'Join with the passphrase', hint: 'Where one was set.' },
  recovery: { name: 'Join with the recovery code', hint: 'The 26 characters that you wrote down.' },
} as const;

/** What a step of the test is called. */
export const STEP_WORDS: Readonly<Record<string, string>> = {
  permission: 'The browser lets us reach it',
  list: 'Look into the folder',
  write: 'Write a small file',
  see: 'See it in the folder',
  read: 'Read it back unchanged',
  delete: 'Delete it again',
};

/** Failures of a key, beside those of the storage: what happened, what is safe, what to do. */
export const KEY_ADVICE: Readonly<Record<string, string>> = {
  'not-a-code': 'This is no pairing code. Nothing was changed; copy all of it from the other profile.',
  mistyped: 'A character of the code is wrong. Nothing was changed; compare it and enter it again.',
  newer: 'This was made by a newer version. Nothing was changed; update the extension here.',
  'wrong-secret': 'This does not open the folder’s key. Nothing was changed; check it and try again.',
  refused: 'The key in this folder is not one to be trusted. Nothing was changed; use a pairing code.',
  'no-header':
    'This folder has no passphrase and no recovery code. Nothing was changed; use a pairing code of a profile that syncs.',
  'not-a-backup': 'This is no sync file of ours. Nothing was changed; choose another.',
  'damaged-or-other-key':
    'The file is damaged or from another vault. Nothing was changed; export it again from the other profile.',
  incomplete: 'The file is cut off. Nothing was changed; copy it again.',
};

/** Words of the sync section of the settings page. */
export const SYNC = {
  title: 'Sync',
  lead: 'The same notes in every profile and browser you use, encrypted before they leave. The storage sees sizes and times, nothing else. Off until you connect one.',
  loading: 'Reading…',
  where: 'Where the files lie',
  key: 'Key',
  address: 'Address of the folder',
  addressHint: 'https://cloud.example/remote.php/dav/files/you/backgrounder',
  user: 'User name',
  password: 'App password',
  endpoint: 'Address of the service',
  region: 'Region',
  bucket: 'Bucket',
  prefix: 'Folder in the bucket',
  keyId: 'Access key',
  secret: 'Secret key',
  pathStyle: 'Bucket in the path, not in the host name',
  chooseFolder: 'Choose a folder…',
  chosenFolder: (name: string): string => `Folder “${name}”`,
  code: 'Pairing code',
  passphrase: 'Passphrase',
  recovery: 'Recovery code',
  test: 'Test',
  testing: 'Testing…',
  passed: 'ok',
  failed: 'failed',
  works: 'This folder works. Nothing of yours is in it yet.',
  connect: 'Connect',
  connecting: 'Connecting…',
  needsAddress: 'Enter an address that begins with https://. Only servers on this computer may do without.',
  needsFields: 'Fill in every field of the storage.',
  needsSecret: 'Enter the code or passphrase.',
  refused: 'Without this permission the folder cannot be reached. Nothing was sent; ask again when you like.',
  upToDate: 'Up to date',
  never: 'No round has finished yet',
  running: 'Syncing…',
  progress: (done: number, total: number): string =>
    `${counted(done, 'step', 'steps')} of ${total.toLocaleString('en-GB')}`,
  paused: 'Paused',
  pausedHint: 'Everything is saved here. Nothing is sent or fetched until you go on.',
  stopped: 'Sync has stopped',
  waiting: 'Waiting for the storage',
  last: (when: string): string => `Last synced ${when}.`,
  pending: (count: number): string =>
    count === 0
      ? 'Everything saved here is in the folder.'
      : `${counted(count, 'change is', 'changes are')} saved here and not in the folder yet.`,
  seenBy: (count: number): string => `Seen by ${counted(count, 'profile', 'profiles')}.`,
  notHere: (count: number): string =>
    `${counted(count, 'entry is', 'entries are')} not in the account; they are safe here. Choose larger storage.`,
  syncNow: 'Sync now',
  pause: 'Pause',
  goOn: 'Go on',
  newPassword: 'New app password',
  savePassword: 'Use this password',
  deletions: (count: number): string => `${counted(count, 'name or note', 'names and notes')} would go`,
  deletionsHint:
    'Another profile deleted them. Nothing was deleted here. If you did that yourself, let them go; if not, pause and look at the other profile.',
  letGo: 'Let them go',
  keepMine: 'Keep mine and pause',
  profiles: 'Profiles',
  thisProfile: 'This profile',
  otherProfile: (id: string): string => `Profile ${id.slice(0, 6)}`,
  lastSeen: (when: string): string => `last seen ${when}`,
  notSeen: 'not seen yet',
  remove: 'Remove…',
  removeLabel: (id: string): string => `Remove profile ${id.slice(0, 6)}`,
  removeHint:
    'A new key is made and everything is written anew under it. Every other profile must be paired again. What the removed profile has read, it keeps; change the password of the storage too, so that it cannot get in.',
  removeConfirm: 'Make a new key',
  pair: 'Pair another profile',
  pairHint: 'In the other profile: Settings, Sync, Join with a pairing code. It hides after two minutes.',
  pairPassword: 'With the password of the storage',
  pairShow: 'Show the code',
  qrLabel: 'Pairing code as a picture to scan',
  copy: 'Copy',
  copied: 'Copied.',
  hide: 'Hide',
  withoutProfile: 'Without another profile',
  withoutHint: 'Two ways back in when no profile is at hand. Choose at least one, or keep a backup file.',
  passphraseSet: 'A passphrase is set.',
  passphraseNone: 'No passphrase is set.',
  passphraseNew: 'New passphrase',
  passphraseRule: 'At least four words: a short one could be guessed by whoever has the files.',
  passphraseSave: 'Set passphrase',
  passphraseDrop: 'Remove passphrase',
  recoveryMake: 'Make a recovery code',
  recoveryHint: 'Write it down and keep it away from this computer. An older one stops working.',
  byHand: 'By hand',
  byHandHint: 'One sealed file with everything, for a stick or as a backup. Only your profiles can open it.',
  exportFile: 'Save a sync file',
  importFile: 'Read a sync file…',
  chooseFile: 'Sync file to read',
  imported: 'Read. Everything in it is here now.',
  leave: 'Leave',
  disconnect: 'Disconnect',
  disconnectHint:
    'Notes stay here and in the folder. Key and address are kept, so that you can connect again.',
  forget: 'Disconnect and forget the key',
  forgetHint: 'Notes stay here. To join again you need a pairing code, the passphrase or the recovery code.',
  cancel: 'Cancel',
  conflicts: (count: number): string =>
    `${counted(count, 'note was', 'notes were')} written in two places at once`,
  conflictsHint: 'Both texts are kept. Choose one, or mend the joined text and take that.',
  version: (when: string): string => `Written ${when}`,
  joined: 'Joined text',
  take: 'Take this',
  takeLabel: (what: string, name: string): string => `${what} for ${name}`,
  done: 'Done.',
} as const;

/** What the foot of a panel says of sync. */
export const SYNC_STATUS = {
  stopped: 'Sync needs you',
  paused: 'Sync is paused',
  waiting: 'waiting for the storage',
  pending: (count: number): string => `${counted(count, 'change', 'changes')} not in the folder yet`,
  inFolder: 'saved in the folder',
  seenBy: (count: number): string => `seen by ${counted(count, 'profile', 'profiles')}`,
} as const;
