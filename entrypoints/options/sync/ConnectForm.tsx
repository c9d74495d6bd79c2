import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { failureCode } from '../../../components/error-words';
import { RadioGroup } from '../../../components/RadioGroup';
import { KEY_WORDS, PLACE_WORDS, SYNC } from '../../../components/sync-words';
import type { Client } from '../../../utils/messaging/client';
import type { PanelCalls } from '../../../utils/messaging/protocol';
import type { SyncKeySource, SyncTestReply } from '../../../utils/messaging/sync-calls';
import type { SyncPlace } from '../../../utils/model/sync-place';
import { originsOf } from '../../../utils/sync/place';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { ErrorCode } from '../../../utils/model/call-error';
import { adviceFor } from './advice';
import { EMPTY_PLACES, missingIn, type PlaceType } from './place';
import { PlaceFields } from './PlaceFields';
import type { SyncHost } from './sync-host';
import { SyncMessage } from './SyncMessage';
import { TestSteps } from './TestSteps';
import { TextField } from './TextField';

interface ConnectFormProps {
  readonly client: Client<PanelCalls>;
  readonly host: SyncHost;
  readonly onConnected: () => void;
}

type KeyType = SyncKeySource['type'];
const KEY_TYPES: readonly KeyType[] = ['new', 'pairing', 'passphrase', 'recovery'];

type Progress =
  | { readonly step: 'idle' | 'testing' | 'connecting' }
  | { readonly step: 'tested'; readonly reply: SyncTestReply }
  /** What the storage, the key or the form itself objects to. */
  | { readonly step: 'failed'; readonly words: string }
  /** The background did not answer as it should. */
  | { readonly step: 'broken'; readonly code: ErrorCode };

/** Connects a place, and makes or joins a vault there. Nothing is sent before the reader presses a button. */
export function ConnectForm({ client, host, onConnected }: ConnectFormProps): JSX.Element {
  const [place, setPlace] = useState<SyncPlace>(EMPTY_PLACES.webdav);
  const [folderName, setFolderName] = useState<string | null>(null);
  const [keyType, setKeyType] = useState<KeyType>('new');
  const [secret, setSecret] = useState('');
  const [progress, setProgress] = useState<Progress>({ step: 'idle' });
  const isBusy = progress.step === 'testing' || progress.step === 'connecting';
  const types: readonly PlaceType[] =
    host.chooseFolder === null ? ['webdav', 's3', 'account'] : ['webdav', 's3', 'account', 'folder'];

  /** Asks the browser first, since it lets us ask only in the very turn of the click. */
  const run = (step: 'testing' | 'connecting', what: () => Promise<Progress>): void => {
    const missing = missingIn(place);
    if (missing !== null) return fail(missing === 'address' ? SYNC.needsAddress : SYNC.needsFields);
    if (place.type === 'folder' && folderName === null) return fail(SYNC.needsFields);
    if (step === 'connecting' && keyType !== 'new' && secret.trim() === '') return fail(SYNC.needsSecret);
    const origins = originsOf(place) ?? [];
    const allowed = origins.length === 0 ? Promise.resolve(true) : host.allowOrigins(origins);
    setProgress({ step });
    allowed
      .then((isAllowed) => (isAllowed ? what() : ({ step: 'failed', words: SYNC.refused } as const)))
      .then(setProgress, (error: unknown) => setProgress({ step: 'broken', code: failureCode(error) }));
  };
  const fail = (words: string): void => setProgress({ step: 'failed', words });

  const test = (): void =>
    run('testing', async () => ({ step: 'tested', reply: await client.testSync({ place }) }));
  const connect = (): void =>
    run('connecting', async () => {
      const reply = await client.connectSync({ place, key: keyOf(keyType, secret) });
      if (!reply.ok) return { step: 'failed', words: adviceFor(reply.code) };
      onConnected();
      return { step: 'idle' };
    });
  const readCode = (code: string): void => {
    setSecret(code);
    if (code.trim() === '') return;
    client.readPairingCode({ code: code.trim() }).then(
      (read) => {
        if (read.place !== null) setPlace(read.place);
        setProgress(
          read.problem === null ? { step: 'idle' } : { step: 'failed', words: adviceFor(read.problem) },
        );
      },
      (error: unknown) => setProgress({ step: 'broken', code: failureCode(error) }),
    );
  };
  const secretLabel = { pairing: SYNC.code, passphrase: SYNC.passphrase, recovery: SYNC.recovery };

  return (
    <form
      class="connect"
      onSubmit={(event) => {
        event.preventDefault();
        connect();
      }}
    >
      <RadioGroup
        legend={SYNC.key}
        options={KEY_TYPES.map((value) => ({ value, ...KEY_WORDS[value] }))}
        value={keyType}
        onChange={(value) => {
          setKeyType(value);
          setSecret('');
        }}
      />
      {keyType !== 'new' && (
        <TextField
          label={secretLabel[keyType]}
          type={keyType === 'passphrase' ? 'password' : 'text'}
          value={secret}
          onInput={keyType === 'pairing' ? readCode : setSecret}
        />
      )}
      <RadioGroup
        legend={SYNC.where}
        options={types.map((value) => ({ value, ...PLACE_WORDS[value] }))}
        value={place.type}
        onChange={(type) => setPlace(EMPTY_PLACES[type])}
      />
      <PlaceFields
        place={place}
        onChange={setPlace}
        folderName={folderName}
        onChooseFolder={() =>
          void host
            .chooseFolder?.()
            .then(setFolderName, (error: unknown) =>
              setProgress({ step: 'broken', code: failureCode(error) }),
            )
        }
      />
      <div class="btns">
        <button type="submit" class="btn primary" disabled={isBusy}>
          {progress.step === 'connecting' ? SYNC.connecting : SYNC.connect}
        </button>
        <button type="button" class="btn" disabled={isBusy} onClick={test}>
          {progress.step === 'testing' ? SYNC.testing : SYNC.test}
        </button>
      </div>
      {progress.step === 'tested' && <TestSteps reply={progress.reply} />}
      {progress.step === 'failed' && <SyncMessage tone="warn" title={progress.words} text="" />}
      {progress.step === 'broken' && <ErrorNotice code={progress.code} />}
    </form>
  );
}

function keyOf(type: KeyType, secret: string): SyncKeySource {
  switch (type) {
    case 'new':
      return { type };
    case 'passphrase':
      return { type, passphrase: secret };
    case 'pairing':
    case 'recovery':
      return { type, code: secret.trim() };
  }
}
